"""What kind a stage is of, whatever its page calls it."""

from typing import Literal, get_args

StageKind = Literal[
    "district", "provincial", "departmental", "regional", "national", "final", "play-off", "other"
]
STAGE_KINDS: tuple[StageKind, ...] = get_args(StageKind)
