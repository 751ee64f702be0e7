"""How the bot hears of updates: long polling and the webhook's settings."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from bot.simulator.chats import Raw
from bot.simulator.errors import bad_request
from bot.simulator.methods.registry import Call, answers

MAX_POLL_SECONDS = 50
LOOPBACK = ("127.0.0.1", "localhost", "::1")
PORTS = (80, 88, 443, 8443)
UPDATE_KINDS = frozenset(
    [
        "message",
        "edited_message",
        "channel_post",
        "edited_channel_post",
        "business_connection",
        "business_message",
        "edited_business_message",
        "deleted_business_messages",
        "guest_message",
        "message_reaction",
        "message_reaction_count",
        "inline_query",
        "chosen_inline_result",
        "callback_query",
        "shipping_query",
        "pre_checkout_query",
        "purchased_paid_media",
        "poll",
        "poll_answer",
        "my_chat_member",
        "chat_member",
        "chat_join_request",
        "chat_boost",
        "removed_chat_boost",
        "managed_bot",
    ]
)


@answers("getUpdates")
async def get_updates(call: Call) -> list[Raw]:
    _allow(call)
    limit = min(max(call.get("limit", 100), 1), 100)
    seconds = min(max(call.get("timeout", 0), 0), MAX_POLL_SECONDS)
    return await call.world.updates.poll(call.get("offset", 0), limit, seconds)


def _allow(call: Call) -> None:
    """An absent list leaves the setting as it was; an empty one is the default; unknown kinds are ignored."""
    wanted: list[Any] | None = call.get("allowed_updates")
    if wanted is not None:
        known = frozenset(wanted) & UPDATE_KINDS
        call.world.updates.allowed = known or None


@answers("setWebhook")
async def set_webhook(call: Call) -> bool:
    world, url = call.world, call.params["url"].strip()
    if not url:
        return _remove_webhook(call)
    _check_url(url)
    if call.uploads.get("certificate") or call.get("certificate"):
        raise bad_request(
            "the simulator does not implement self-signed certificates; give an http:// loopback URL"
        )
    secret = call.get("secret_token", "")
    if secret and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", secret):
        raise bad_request("secret token contains unallowed characters")
    _allow(call)
    if call.get("drop_pending_updates"):
        world.updates.forget()
    connections = min(max(call.get("max_connections", 40), 1), 100)
    world.webhook = {"url": url, "secret_token": secret, "max_connections": connections}
    world.updates.webhook_active = True
    world.updates.end_polls("terminated by setWebhook request")
    return True


def _check_url(url: str) -> None:
    parts = urlsplit(url)
    if parts.hostname in LOOPBACK and parts.scheme in ("http", "https"):
        return  # as a Bot API server of one's own allows
    if parts.scheme != "https":
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if (parts.port or 443) not in PORTS:
        raise bad_request("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
    raise bad_request(
        f"bad webhook: Failed to resolve host: the simulator reaches loopback only, not {parts.hostname}"
    )


@answers("deleteWebhook")
async def delete_webhook(call: Call) -> bool:
    return _remove_webhook(call)


def _remove_webhook(call: Call) -> bool:
    world = call.world
    if call.get("drop_pending_updates"):
        world.updates.forget()
    world.webhook = {}
    world.updates.webhook_active = False
    world.signal.fire()
    return True


@answers("getWebhookInfo")
async def get_webhook_info(call: Call) -> Raw:
    world = call.world
    info = {
        "url": world.webhook.get("url", ""),
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates.pending),
    }
    kept = ("max_connections", "last_error_date", "last_error_message")
    info |= {name: world.webhook[name] for name in kept if name in world.webhook}
    if world.updates.allowed:
        info["allowed_updates"] = sorted(world.updates.allowed)
    return info
