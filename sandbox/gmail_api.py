"""The table of the API's methods, by the names that the discovery document gives them."""

from collections.abc import Mapping

from sandbox import changing, drafts, getting, histories, labelling, listing
from sandbox.calls import Call, Json, Method
from sandbox.resumable import resumable
from sandbox.settings import SETTINGS


def profile(call: Call) -> Json:
    mailbox = call.mailbox
    return {
        "emailAddress": mailbox.persona.address,
        "messagesTotal": len(mailbox),
        "threadsTotal": len(mailbox) - mailbox.conversations.surplus(),
        "historyId": str(mailbox.history_id),
    }


METHODS: Mapping[str, Method] = {
    **SETTINGS,
    "drafts.create": resumable(drafts.drafts_create),
    "drafts.delete": drafts.drafts_delete,
    "drafts.get": drafts.drafts_get,
    "drafts.list": drafts.drafts_list,
    "drafts.send": resumable(drafts.drafts_send),
    "drafts.update": resumable(drafts.drafts_update),
    "getProfile": profile,
    "history.list": histories.history_list,
    "labels.create": labelling.labels_create,
    "labels.delete": labelling.labels_delete,
    "labels.get": labelling.labels_get,
    "labels.list": labelling.labels_list,
    "labels.patch": labelling.labels_patch,
    "labels.update": labelling.labels_update,
    "messages.attachments.get": getting.attachments_get,
    "messages.batchDelete": changing.batch_delete,
    "messages.batchModify": changing.batch_modify,
    "messages.delete": changing.delete,
    "messages.get": getting.messages_get,
    "messages.import": resumable(changing.import_),
    "messages.insert": resumable(changing.insert),
    "messages.list": listing.messages_list,
    "messages.modify": changing.modify,
    "messages.send": resumable(changing.send),
    "messages.trash": changing.trash,
    "messages.untrash": changing.untrash,
    "threads.delete": changing.threads_delete,
    "threads.get": getting.threads_get,
    "threads.list": listing.threads_list,
    "threads.modify": changing.threads_modify,
    "threads.trash": changing.threads_trash,
    "threads.untrash": changing.threads_untrash,
}
