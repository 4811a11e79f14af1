"""The OpenStack SDK with the extensions for the Open Telekom Cloud, which signs in with a password."""

import openstack
from otcextensions import sdk


class Client:
    # It has no call for them.
    lists_shared_images = False

    def __init__(self, address):
        connection = openstack.connect(
            auth_url=f"{address}/v3",
            username="admin",
            password="demo-password",
            user_domain_name="demo",
            project_name="local",
            region_name="local",
        )
        sdk.load(connection)
        self.swr = connection.swr

    def create_organization(self, name):
        self.swr.create_organization(namespace=name)

    def organizations(self):
        return [one.name for one in self.swr.organizations()]

    def delete_organization(self, name):
        self.swr.delete_organization(name, ignore_missing=False)

    def create_image(self, organization, image):
        self.swr.create_repository(namespace=organization, repository=image, is_public=False, category="other")

    def is_public(self, organization, image):
        return self.swr.get_repository(organization, in_path(image)).is_public

    def set_public(self, organization, image, is_public):
        self.swr.update_repository(
            namespace=organization, repository=in_path(image), is_public=is_public, category="other", description=""
        )

    def delete_image(self, organization, image):
        self.swr.delete_repository(organization, in_path(image), ignore_missing=False)

    def grant(self, organization, image, user, level):
        self.swr.create_repository_permissions(**permissions(organization, image, user, level))

    def change(self, organization, image, user, level):
        self.swr.update_repository_permissions(**permissions(organization, image, user, level))

    def revoke(self, organization, image, user):
        self.swr.delete_repository_permissions(organization, in_path(image), [user[0]], ignore_missing=False)

    def holders(self, organization, image):
        [listed] = self.swr.repository_permissions(organization, in_path(image))
        return {other["user_id"]: other["auth"] for other in listed.others_auths}

    def share(self, organization, image, account, deadline):
        self.swr.create_domain(**share(organization, image, account, deadline))

    def change_share(self, organization, image, account, deadline):
        self.swr.update_domain(**share(organization, image, account, deadline))

    def end_share(self, organization, image, account):
        self.swr.delete_domain(organization, in_path(image), account, ignore_missing=False)

    def accounts(self, organization, image):
        shares = self.swr.domains(namespace=organization, repository=in_path(image))
        return {share.access_domain: share.deadline for share in shares}

    def deadline(self, organization, image, account):
        return self.swr.get_domain(organization, in_path(image), account).deadline


def permissions(organization, image, user, level):
    entry = {"user_id": user[0], "user_name": user[1], "user_auth": level}
    return {"namespace": organization, "repository": in_path(image), "permissions": [entry]}


def share(organization, image, account, deadline):
    return {
        "namespace": organization,
        "repository": in_path(image),
        "access_domain": account,
        "permit": "read",
        "deadline": deadline,
        "description": "",
    }


def in_path(image):
    """The pages want a dollar for every slash."""
    return image.replace("/", "$")
