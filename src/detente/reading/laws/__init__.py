"""Official lists and licence documents."""
