"""The life of a permission, from an organization's creation to its end, as clients of SWR see it.

Usage: life.py EMULATOR, with the emulator's program. Each client gets a fresh one, and of it only what its own
documentation asks for: an address and credentials.
"""

import subprocess
import sys
import traceback

import openstack_client
import vendor_client

ORGANIZATION = "life"
IMAGE = "team/service"
USER = ("fb3f175c1fd146ab8cdae3272be6107b", "user01")
ACCOUNT = "partner"
END = "2030-01-31T23:59:59Z"
CLIENTS = {"huaweicloudsdkswr": vendor_client.Client, "otcextensions": openstack_client.Client}


class Life:
    """One client's life, and how much of it has come out as it must."""

    def __init__(self, client):
        self.client = client
        self.passed = 0

    def live(self):
        client = self.client
        client.create_organization(ORGANIZATION)
        self.expect(ORGANIZATION in client.organizations(), "the organization is listed")
        client.create_image(ORGANIZATION, IMAGE)
        self.expect(not client.is_public(ORGANIZATION, IMAGE), "the image is private")
        self.permissions()
        self.shares()
        client.set_public(ORGANIZATION, IMAGE, True)
        self.expect(client.is_public(ORGANIZATION, IMAGE), "the image is public")
        client.set_public(ORGANIZATION, IMAGE, False)
        self.expect(not client.is_public(ORGANIZATION, IMAGE), "the image is private again")
        client.delete_image(ORGANIZATION, IMAGE)
        client.delete_organization(ORGANIZATION)
        self.expect(ORGANIZATION not in client.organizations(), "the organization is gone")

    def permissions(self):
        client = self.client
        client.grant(ORGANIZATION, IMAGE, USER, 1)
        self.expect(client.holders(ORGANIZATION, IMAGE) == {USER[0]: 1}, "the user reads")
        client.change(ORGANIZATION, IMAGE, USER, 3)
        self.expect(client.holders(ORGANIZATION, IMAGE) == {USER[0]: 3}, "the user writes")
        client.revoke(ORGANIZATION, IMAGE, USER)
        self.expect(client.holders(ORGANIZATION, IMAGE) == {}, "the user holds nothing")

    def shares(self):
        client = self.client
        client.share(ORGANIZATION, IMAGE, ACCOUNT, "forever")
        self.expect(client.accounts(ORGANIZATION, IMAGE) == {ACCOUNT: "forever"}, "the account pulls for ever")
        if client.lists_shared_images:
            self.expect((ORGANIZATION, IMAGE) in client.shared_images(), "the image is among the shared ones")
        client.change_share(ORGANIZATION, IMAGE, ACCOUNT, END)
        self.expect(client.deadline(ORGANIZATION, IMAGE, ACCOUNT) == END, "the share has an end")
        client.end_share(ORGANIZATION, IMAGE, ACCOUNT)
        self.expect(client.accounts(ORGANIZATION, IMAGE) == {}, "the account pulls no more")

    def expect(self, holds, what):
        if not holds:
            raise AssertionError(f"not so: {what}")
        print(f"  {what}")
        self.passed += 1


def lived(name, make, emulator):
    """How much of one client's life passed and failed. The first failure is the last: what follows builds on it."""
    print(name, flush=True)
    arguments = [emulator, "--listen", "127.0.0.1:0"]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        passed, failed = 0, 0
        try:
            address = process.stdout.readline().removeprefix("listening on ").strip()
            life = Life(make(address))
            try:
                life.live()
            finally:
                passed = life.passed
        except Exception:  # Whatever a client throws is its failure, and the next one goes on.
            traceback.print_exc(file=sys.stdout)
            failed = 1
        finally:
            process.terminate()
    return passed, failed


def main():
    results = [lived(name, make, sys.argv[1]) for name, make in CLIENTS.items()]
    passed, failed = (sum(numbers) for numbers in zip(*results))
    # In the words of `cargo test`, which xtask reads.
    print(f"test result: {'FAILED' if failed else 'ok'}. {passed} passed; {failed} failed")
    sys.exit(bool(failed))


if __name__ == "__main__":
    main()
