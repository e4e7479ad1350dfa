"""The five documents that the rules go back to, by title, and what stands behind the additions to them."""

RELIEF = "How to Get Rid of Back Pain After Exercise"
CAUSES = "Common Causes of Back Pain After Working Out"
LOWER_BACK = "Lower Back Pain After Exercise – Causes and Relief Tips"
PREVENT = "What Causes Back Pain After Working Out and How to Prevent It"
BACK_PAIN = "Back Pain From Working Out"


def science(reference: str) -> str:
    """How a rule that is not in the documents names what it rests on."""
    return f"Not in the documents: {reference}"
