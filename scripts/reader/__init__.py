"""How the passage reader was made: training data, network, training, export. Needs torch, in a place of its own."""
