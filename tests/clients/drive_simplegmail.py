"""Run in the clients' environment: simplegmail on the sandbox. Prints how many messages it read and sent, and a label."""

import sys

from simplegmail import Gmail


def main(token: str, address: str) -> None:
    gmail = Gmail(creds_file=token)
    everything = gmail.get_messages(attachments="download")
    assert all(message.subject and (message.plain or message.html) for message in everything)
    gmail.send_message(sender=address, to=address, subject="a note to myself", msg_plain="buy milk", signature=False)
    found = gmail.get_messages(query='subject:"note to myself" newer_than:1d')
    found[0].star()
    starred = [message.id for message in gmail.get_starred_messages()]
    print(len(everything), len(found), "starred" if starred == [found[0].id] else starred)


if __name__ == "__main__":
    main(*sys.argv[1:])
