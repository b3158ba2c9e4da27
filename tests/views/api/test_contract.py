"""What the OpenAPI document promises, tried with what nobody expects: no fault, no undocumented answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.schemas import BaseSchema
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from detente.settings import load_settings
from detente.views.application import application
from detente.views.serving import Desk
from tests.views.desks import EXAMPLES


@pytest.fixture(scope="module")
def described() -> Iterator[BaseSchema]:
    """The document of a desk that has read one report."""
    desk = Desk(None, load_settings(), paths=(EXAMPLES[0],))
    yield schemathesis.openapi.from_asgi(
        "/openapi.json", application(desk, hosts=("testserver", "localhost", ""))
    )
    desk.close()


CHECKS = [
    not_a_server_error, status_code_conformance, content_type_conformance, response_headers_conformance,
    response_schema_conformance,
]  # fmt: skip


TRIED = settings(
    max_examples=12, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)


def test_every_answer_is_one_that_is_documented(described: BaseSchema) -> None:
    """Any values in any place: a documented status, its type, and a body of its schema."""
    tried = 0
    for found in described.exclude(path_regex="/events$").get_all_operations():
        assert isinstance(found, Ok)
        operation = found.ok()

        @TRIED
        @given(case=operation.as_strategy())
        def answers(case: schemathesis.Case[Any]) -> None:
            case.call_and_validate(checks=CHECKS)

        answers()
        tried += 1
    assert tried > 25
