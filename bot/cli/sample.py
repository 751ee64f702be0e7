"""`village-credit sample`: the sample lender's documents and staff."""

from __future__ import annotations

import typer
from rich.console import Console
from rich.progress import Progress

from bot.settings import SAMPLES, Settings

app = typer.Typer(help="Load the sample lender.")
console = Console(stderr=True)


@app.command()
def load() -> None:
    """Publish the sample documents and enrol the sample staff; what is there already is left as it is."""
    load_sample(Settings())


def load_sample(settings: Settings) -> None:
    """Load the sample lender into the configured home."""
    from bot.opening import open_services
    from intake.review import Role, StaffMember
    from knowledge.library.manifest import load_folder

    services = open_services(settings)
    folder = SAMPLES / "knowledge" / "samples"
    services.knowledge.index.preload_beside(folder)
    with Progress(console=console, transient=True) as progress:
        task = progress.add_task("The sample lender's documents", total=None)

        def step(title: str, place: int, whole: int) -> None:
            progress.update(task, description=title[:60], completed=place - 1, total=whole)

        published = load_folder(services.library, folder, step)
    with services.engine.begin() as connection:
        for sample in services.lender.staff:
            if services.staff.find(connection, sample.user_id) is None:
                member = StaffMember(
                    sample.user_id,
                    sample.name,
                    Role(sample.role),
                    frozenset(sample.villages),
                    sample.language,
                    True,
                )
                services.staff.put(connection, member)
            services.conversations.set_language(
                connection, sample.user_id, sample.user_id, sample.language, services.clock()
            )
    services.knowledge.index.close()
    console.print(
        f"sample lender: {len(published)} documents published now, {len(services.lender.staff)} staff enrolled"
    )
