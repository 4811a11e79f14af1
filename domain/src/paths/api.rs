//! The paths of SWR and IAM, without the prefix of a region.

use crate::model::names::{AccountName, ImageName, OrganizationName, Target};

use super::encoding::encode;

/// The most images that one answer may hold.
///
/// Source: SWR API reference, "querying the image list": `limit` at most 1,000.
pub const IMAGES_PER_PAGE: u64 = 1000;

/// The access list of a target: `GET`, `POST`, `PATCH`, `DELETE`.
///
/// Source: SWR API reference, image permission management and organization permission management.
pub fn access(target: &Target) -> String {
    match target {
        Target::Organization(organization) => {
            format!("/v2/manage/namespaces/{}/access", encode(organization.as_str()))
        }
        Target::Image(organization, name) => image(organization, name) + "/access",
    }
}

/// The organizations on which the caller holds a permission.
pub fn organizations_held() -> String {
    "/v2/manage/namespaces".to_owned()
}

/// Those, and the ones that the caller sees through a permission on an image.
///
/// Source: SWR API reference, "querying the organization list": `filter=mode::visible`.
pub fn organizations_visible() -> String {
    "/v2/manage/namespaces?filter=mode::visible".to_owned()
}

/// One organization.
pub fn organization(organization: &OrganizationName) -> String {
    format!("/v2/manage/namespaces/{}", encode(organization.as_str()))
}

/// One image.
///
/// Source: SWR API reference, "querying the details of an image".
pub fn image(organization: &OrganizationName, image: &ImageName) -> String {
    let (organization, image) = (encode(organization.as_str()), encode(&image.to_segment()));
    format!("/v2/manage/namespaces/{organization}/repos/{image}")
}

/// One page of an organization's images. `offset` counts images. The order is fixed so that pages fit together.
pub fn images(organization: &OrganizationName, offset: u64) -> String {
    let organization = encode(organization.as_str());
    format!(
        "/v2/manage/repos?namespace={organization}&limit={IMAGES_PER_PAGE}&offset={offset}\
         &order_column=name&order_type=asc"
    )
}

/// One page of the images of an organization that are shared with other accounts. `offset` counts images.
///
/// Source: SWR API reference, "querying the shared image list": `center=self` lists what the caller's account shares.
pub fn shared_images(organization: &OrganizationName, offset: u64) -> String {
    let organization = encode(organization.as_str());
    format!(
        "/v2/manage/shared-repositories?center=self&namespace={organization}&limit={IMAGES_PER_PAGE}&offset={offset}\
         &order_column=name&order_type=asc"
    )
}

/// One page of all images that the caller's account shares with others. `offset` counts images.
pub fn all_shared_images(offset: u64) -> String {
    format!(
        "/v2/manage/shared-repositories?center=self&limit={IMAGES_PER_PAGE}&offset={offset}\
         &order_column=name&order_type=asc"
    )
}

/// What the caller's account holds in all.
///
/// Source: SWR API reference, "querying the overview".
pub fn overview() -> String {
    "/v2/manage/overview".to_owned()
}

/// The accounts that an image is shared with: `GET`, `POST`. Here a path says `repositories`, and not `repos`.
///
/// Source: SWR API reference, "managing image sharing".
pub fn shares(organization: &OrganizationName, image: &ImageName) -> String {
    let (organization, image) = (encode(organization.as_str()), encode(&image.to_segment()));
    format!("/v2/manage/namespaces/{organization}/repositories/{image}/access-domains")
}

/// One of these accounts: `PATCH`, `DELETE`. `None` for a name that a browser would take out of the path.
pub fn share(organization: &OrganizationName, image: &ImageName, account: &AccountName) -> Option<String> {
    let account = account.as_str();
    (!matches!(account, "" | "." | ".."))
        .then(|| format!("{}/{}", shares(organization, image), encode(account)))
}

/// Where a token is made (`POST`), looked at (`GET`) and revoked (`DELETE`).
pub fn tokens() -> String {
    "/v3/auth/tokens".to_owned()
}

/// Where a token is made without the list of services, which a console has no use for.
///
/// Source: IAM API reference, "obtaining a user token": `nocatalog`.
pub fn tokens_without_catalog() -> String {
    "/v3/auth/tokens?nocatalog=true".to_owned()
}

/// The users of the caller's account.
pub fn users() -> String {
    "/v3/users".to_owned()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::encoding::decode;
    use super::super::route::tests::hostile_name;
    use super::*;

    #[test]
    fn an_image_name_is_one_segment() {
        let organization = OrganizationName::new("group").unwrap();
        let target = Target::Image(organization.clone(), ImageName::new("team/web app").unwrap());
        assert_eq!(access(&target), "/v2/manage/namespaces/group/repos/team$web%20app/access");
        assert_eq!(access(&Target::Organization(organization)), "/v2/manage/namespaces/group/access");
    }

    mod properties {
        use super::*;

        proptest! {
            #[test]
            fn no_name_leaves_its_place(o in hostile_name(), i in hostile_name()) {
                if let (Ok(o), Ok(i)) = (OrganizationName::new(o), ImageName::new(i)) {
                    let path = access(&Target::Image(o.clone(), i.clone()));
                    let parts: Vec<_> = path.split('/').collect();
                    let ["", "v2", "manage", "namespaces", organization, "repos", image, "access"] = parts.as_slice() else {
                        return Err(TestCaseError::fail(path));
                    };
                    prop_assert!(path.bytes().all(|byte| byte.is_ascii_graphic() && !b"?#\\".contains(&byte)));
                    prop_assert_eq!(decode(organization), Some(o.to_string()));
                    prop_assert_eq!(ImageName::from_segment(&decode(image).unwrap()), Ok(i));
                    let list = images(&o, 7);
                    prop_assert_eq!(list.matches(['&', '=']).count(), 9, "{}", list);
                }
            }
        }
    }

    #[test]
    fn everything_else_has_the_address_of_the_reference() {
        let organization_name = OrganizationName::new("group a").unwrap();
        for (path, documented) in [
            (organizations_held(), "/v2/manage/namespaces"),
            (organizations_visible(), "/v2/manage/namespaces?filter=mode::visible"),
            (organization(&organization_name), "/v2/manage/namespaces/group%20a"),
            (tokens(), "/v3/auth/tokens"),
            (tokens_without_catalog(), "/v3/auth/tokens?nocatalog=true"),
            (users(), "/v3/users"),
        ] {
            assert_eq!(path, documented);
        }
    }

    #[test]
    fn a_share_has_the_address_of_the_reference_or_none() {
        let organization = OrganizationName::new("group").unwrap();
        let image = ImageName::new("team/app").unwrap();
        let share = |account| share(&organization, &image, &AccountName::new(account));
        let shares = "/v2/manage/namespaces/group/repositories/team$app/access-domains";
        assert_eq!(super::shares(&organization, &image), shares);
        assert_eq!(share("partner a/b"), Some(format!("{shares}/partner%20a%2Fb")));
        for account in ["", ".", ".."] {
            assert_eq!(share(account), None, "{account}");
        }
        let listed = shared_images(&organization, 1000);
        assert!(listed.contains("?center=self&namespace=group&limit=1000&offset=1000&"), "{listed}");
    }

    #[test]
    fn images_are_asked_for_in_pages() {
        let path = images(&OrganizationName::new("group").unwrap(), 2000);
        assert!(path.contains("namespace=group&limit=1000&offset=2000&"), "{path}");
    }
}
