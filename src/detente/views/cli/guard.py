"""What every command has around it: examples in its help, one clear line instead of a traceback."""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Callable
from typing import NoReturn, ParamSpec, Protocol

import typer

from detente.errors import DetenteError

P = ParamSpec("P")
FAILED, MISUSE, INTERRUPTED = 1, 2, 130
_FAULT = (
    "expected to get through it; found a fault of Detente ({kind}: {error}); "
    "DETENTE_DEBUG=1 shows where; please report it"
)


class Command(Protocol):
    """A function with the examples that its help shows."""

    __name__: str
    examples: tuple[str, ...]

    def __call__(self, *args: object, **options: object) -> None:
        """Do it."""
        ...


def shows(*lines: str) -> Callable[[Callable[P, None]], Command]:
    """Give a command its examples, each a line as a person would type it."""

    def give(function: Callable[P, None]) -> Command:
        function.examples = lines  # type: ignore[attr-defined]
        return function  # type: ignore[return-value]

    return give


def examples(*lines: str) -> str:
    """The examples as the end of a help text, one a line."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)


def guarded(command: Command) -> Callable[..., None]:
    """The command, with its errors said in one line on standard error and its exit codes kept."""

    @functools.wraps(command)
    def run(*args: object, **options: object) -> None:
        try:
            command(*args, **options)
            sys.stdout.flush()
        except DetenteError as error:
            stop(str(error))
        except BrokenPipeError:
            _hush()
        except OSError as error:
            stop(f"expected to write the answer; found: {error.strerror or error}; nothing else was lost")
        except KeyboardInterrupt:
            stop("stopped by Ctrl-C", INTERRUPTED)
        except (typer.Exit, typer.Abort):
            raise
        except Exception as error:
            if os.environ.get("DETENTE_DEBUG"):
                raise
            stop(_FAULT.format(kind=type(error).__name__, error=error))

    return run


def stop(message: str, code: int = MISUSE) -> NoReturn:
    """End with one line on standard error."""
    typer.echo(f"detente: {message}", err=True)
    raise typer.Exit(code)


def _hush() -> None:
    """Whoever read our answer went away (``| head``): say no more, to nobody."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
