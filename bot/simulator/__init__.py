"""Simulated Telegram: a local Bot API server for the demo, the tests and anyone's experiments.

`create_app` lives in `bot.simulator.app`; it is not imported here, so that naming the package costs nothing.
"""
