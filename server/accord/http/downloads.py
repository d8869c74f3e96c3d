"""The agreement and the workshop as files."""

from fastapi import APIRouter

router = APIRouter()
