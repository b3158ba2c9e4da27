"""What a clause says of itself: arguments, mode, source; and the scene, which holds all of one sentence."""
