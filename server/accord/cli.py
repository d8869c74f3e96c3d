"""The command line: `accord serve` and friends."""

import typer

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)


@app.callback()
def accord() -> None:
    """Live workshops in which marketing and sales agree how they work together."""


@app.command()
def serve(open_browser: bool = typer.Option(False, "--open", help="Open the browser.")) -> None:
    """Start the server."""
    typer.echo("The server is not here yet.", err=True)
    raise typer.Exit(1)


def main() -> None:
    app()
