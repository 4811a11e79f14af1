"""The vendor's own SDK, which signs its requests with an access key and asks IAM for the project of its region."""

from huaweicloudsdkcore.auth.credentials import BasicCredentials
from huaweicloudsdkcore.region.region import Region
from huaweicloudsdkswr import v2 as swr


class Client:
    lists_shared_images = True

    def __init__(self, address):
        credentials = BasicCredentials("ADMINACCESSKEY", "demo-secret-of-admin").with_iam_endpoint(address)
        builder = swr.SwrClient.new_builder().with_credentials(credentials)
        self.client = builder.with_region(Region("local", address)).build()

    def create_organization(self, name):
        body = swr.CreateNamespaceRequestBody(namespace=name)
        self.client.create_namespace(swr.CreateNamespaceRequest(body=body))

    def organizations(self):
        return [one.name for one in self.client.list_namespaces(swr.ListNamespacesRequest()).namespaces]

    def delete_organization(self, name):
        self.client.delete_namespaces(swr.DeleteNamespacesRequest(namespace=name))

    def create_image(self, organization, image):
        body = swr.CreateRepoRequestBody(repository=image, is_public=False, category="other")
        self.client.create_repo(swr.CreateRepoRequest(namespace=organization, body=body))

    def is_public(self, organization, image):
        return self.client.show_repository(swr.ShowRepositoryRequest(organization, in_path(image))).is_public

    def set_public(self, organization, image, is_public):
        body = swr.UpdateRepoRequestBody(is_public=is_public, category="other", description="")
        self.client.update_repo(swr.UpdateRepoRequest(organization, in_path(image), body=body))

    def delete_image(self, organization, image):
        self.client.delete_repo(swr.DeleteRepoRequest(organization, in_path(image)))

    def grant(self, organization, image, user, level):
        request = swr.CreateUserRepositoryAuthRequest(organization, in_path(image), body=[permission(user, level)])
        self.client.create_user_repository_auth(request)

    def change(self, organization, image, user, level):
        request = swr.UpdateUserRepositoryAuthRequest(organization, in_path(image), body=[permission(user, level)])
        self.client.update_user_repository_auth(request)

    def revoke(self, organization, image, user):
        request = swr.DeleteUserRepositoryAuthRequest(organization, in_path(image), body=[user[0]])
        self.client.delete_user_repository_auth(request)

    def holders(self, organization, image):
        answer = self.client.show_user_repository_auth(swr.ShowUserRepositoryAuthRequest(organization, in_path(image)))
        return {other.user_id: other.auth for other in answer.others_auths}

    def share(self, organization, image, account, deadline):
        body = swr.CreateRepoDomainsRequestBody(account, "read", deadline, "")
        self.client.create_repo_domains(swr.CreateRepoDomainsRequest(organization, in_path(image), body=body))

    def change_share(self, organization, image, account, deadline):
        body = swr.UpdateRepoDomainsRequestBody("read", deadline, "")
        request = swr.UpdateRepoDomainsRequest(organization, in_path(image), account, body=body)
        self.client.update_repo_domains(request)

    def end_share(self, organization, image, account):
        self.client.delete_repo_domains(swr.DeleteRepoDomainsRequest(organization, in_path(image), account))

    def accounts(self, organization, image):
        answer = self.client.list_repo_domains(swr.ListRepoDomainsRequest(organization, in_path(image)))
        # The SDK gives no list for an empty one.
        return {share.access_domain: share.deadline for share in answer.body or []}

    def deadline(self, organization, image, account):
        request = swr.ShowAccessDomainRequest(organization, in_path(image), account)
        return self.client.show_access_domain(request).deadline

    def shared_images(self):
        answer = self.client.list_shared_repos_details(swr.ListSharedReposDetailsRequest(center="self"))
        return [(image.namespace, image.name) for image in answer.body or []]


def permission(user, level):
    return swr.UserAuth(user_id=user[0], user_name=user[1], auth=level)


def in_path(image):
    """The pages want a dollar for every slash."""
    return image.replace("/", "$")
