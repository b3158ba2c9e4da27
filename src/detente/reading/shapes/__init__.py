"""Does a rule's shape hold at a word, and who is its agent and its patient there?"""
