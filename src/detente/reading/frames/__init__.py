"""A rule that fits → drafts of claims, and whatever else one sentence tells by itself."""
