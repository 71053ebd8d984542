"""The driver of the action's tests says no to what it does not know."""

import pytest
from expressions import fill, holds

CONTEXT = {"inputs.units": "unit.yaml", "inputs.none": "", "inputs.no": "false", "steps.check.outputs.exit-code": "1"}


@pytest.mark.parametrize(
    "text",
    [
        "${{ inputs.unit }}", "${{ steps.check.outputs.code }}", "${{ github.token }}", "${{ hashFiles('*') }}",
        "${{ !inputs.none }}", "${{ (inputs.none) }}", "${{ inputs.units inputs.none }}", "${{ }}", "${{ inputs.* }}",
        "${{ inputs.units == always() }}", "${{ 1 }}", "${{ 'open }}",
    ],
)  # fmt: skip
def test_an_expression_that_is_not_known_is_an_error(text: str) -> None:
    with pytest.raises(AssertionError):
        fill(text, CONTEXT)


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("a/${{ inputs.units }}/${{ inputs.none }}b", "a/unit.yaml/b"),
        ("${{ inputs.none || 'it''s' }}", "it's"),
        ("${{ inputs.no && inputs.units }}", "unit.yaml"),
        ("${{ steps.check.outputs.exit-code == '1' && inputs.units != 'UNIT.yaml' }}", "false"),
        ("$HOME ${x} $(y)", "$HOME ${x} $(y)"),
    ],
)
def test_expressions_are_worked_out_as_github_does(text: str, filled: str) -> None:
    assert fill(text, CONTEXT) == filled


@pytest.mark.parametrize(
    ("condition", "failed", "expected"),
    [
        ("inputs.units != ''", False, True),
        ("inputs.units != ''", True, False),
        ("always() && inputs.units != ''", True, True),
        ("always() && inputs.none != ''", True, False),
        ("success()", True, False),
        ("inputs.no", False, True),
    ],
)
def test_a_condition_asks_for_success_unless_it_names_a_status(
    condition: str,
    failed: bool,  # noqa: FBT001 - a parameter of the test
    expected: bool,  # noqa: FBT001 - as above
) -> None:
    assert holds(condition, CONTEXT, failed=failed) is expected
