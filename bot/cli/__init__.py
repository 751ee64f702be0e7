"""The command line: `village-credit`."""


def main() -> None:
    """Run the command line."""
