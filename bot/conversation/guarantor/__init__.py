"""The guarantor: asked by a link of his own, in plain words, he answers for himself."""
