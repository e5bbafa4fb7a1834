"""Shapes that several commands share."""

from typing import Annotated

from pydantic import Field

Minutes = Annotated[int, Field(ge=1, le=600)]
Place = Annotated[int, Field(ge=0, le=1000)]
