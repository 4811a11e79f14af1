//! Every switch: its name, its question, how sure its default is, and its values with the default first.

use super::define::switches;
use super::{Evidence, SwitchError, SwitchInfo};

switches! {
    /// The body of an error of SWR.
    "error-shape" error_shape: ErrorShape, Inferred {
        /// An object with `error_code` and `error_msg`, and the older `errors` array inside.
        "live" => Live,
        /// The older array alone.
        "array" => Array,
        /// The flat object of the API gateway.
        "gateway" => Gateway,
    }
    /// The body of a write that succeeded.
    "write-body" write_body: WriteBody, Documented {
        /// `{}`.
        "object" => Object,
        /// Nothing at all.
        "empty" => Empty,
    }
    /// The status of a successful grant on an organization.
    "organization-grant-status" organization_grant_status: OrganizationGrantStatus, Inferred {
        /// As the clients demand.
        "201" => Created,
        /// As the newer pages say.
        "200" => Ok,
    }
    /// When a list carries `Content-Range`.
    "content-range" content_range: ContentRange, Documented {
        /// Always.
        "always" => Always,
        /// Only if the request gave limit and offset.
        "paged" => Paged,
        /// As if a proxy had dropped it.
        "never" => Never,
    }
    /// A grant on an image to someone who has one.
    "image-duplicate" image_duplicate: ImageDuplicate, Inferred {
        /// Refused with 409.
        "409" => Conflict,
        /// Taken as a change.
        "upsert" => Upsert,
    }
    /// A change of a permission that is not there.
    "change-missing" change_missing: ChangeMissing, Inferred {
        /// Refused with 404.
        "404" => NotFound,
        /// Taken as a grant.
        "upsert" => Upsert,
    }
    /// The revocation of a permission that is not there.
    "delete-missing" delete_missing: DeleteMissing, Unknown {
        /// Refused with 404.
        "404" => NotFound,
        /// Accepted: it is gone, after all.
        "204" => Accept,
    }
    /// What remains of a batch whose later entry fails.
    "batch" batch: Batch, Unknown {
        /// Nothing.
        "atomic" => Atomic,
        /// The entries before it.
        "partial" => Partial,
    }
    /// A write whose array is empty.
    "empty-batch" empty_batch: EmptyBatch, Unknown {
        /// Refused with 400.
        "400" => Refuse,
        /// Accepted, and nothing happens.
        "accept" => Accept,
    }
    /// A grant on an image to oneself, which is documented as not allowed.
    "self-grant" self_grant: SelfGrant, Unknown {
        /// Refused with 403.
        "403" => Forbidden,
        /// Refused with 400.
        "400" => BadRequest,
        /// Allowed anyway.
        "accept" => Accept,
    }
    /// A change or revocation of one's own permission.
    "self-change" self_change: SelfChange, Unknown {
        /// Allowed.
        "accept" => Accept,
        /// Refused with 403.
        "403" => Forbidden,
    }
    /// A change or revocation of the creator's permission.
    "creator-change" creator_change: CreatorChange, Unknown {
        /// Allowed.
        "accept" => Accept,
        /// Refused with 403.
        "403" => Forbidden,
    }
    /// A user in a grant whom IAM does not know under that id and name.
    "unknown-user" unknown_user: UnknownUser, Unknown {
        /// Stored as given.
        "accept" => Accept,
        /// Refused with 400.
        "400" => Refuse,
    }
    /// Whether the caller's own permission on an image is also among those of the others.
    "self-in-image-others" self_in_image_others: SelfInImageOthers, Inferred {
        /// It is not.
        "no" => No,
        /// It is.
        "yes" => Yes,
    }
    /// Whether the caller's own permission on an organization is also among those of the others.
    "self-in-organization-others" self_in_organization_others: SelfInOrganizationOthers, Inferred {
        /// It is.
        "yes" => Yes,
        /// It is not.
        "no" => No,
    }
    /// `self_auth` of a caller without an entry of their own.
    "implicit-self-auth" implicit_self_auth: ImplicitSelfAuth, Unknown {
        /// The key is missing.
        "absent" => Absent,
        /// `null`.
        "null" => Null,
        /// What follows from the organization, or from being the account's administrator.
        "effective" => Effective,
    }
    /// `others_auths` when there are none.
    "empty-others" empty_others: EmptyOthers, Inferred {
        /// `[]`.
        "array" => Array,
        /// `null`.
        "null" => Null,
        /// The key is missing.
        "absent" => Absent,
    }
    /// `auth` of an organization that is only visible, by a permission on one of its images.
    "visible-auth" visible_auth: VisibleAuth, Unknown {
        /// 0.
        "zero" => Zero,
        /// The key is missing.
        "absent" => Absent,
    }
    /// Something that exists, for a caller without any permission on it.
    "unseen" unseen: Unseen, Unknown {
        /// 403.
        "403" => Forbidden,
        /// 404, as if it did not exist.
        "404" => NotFound,
    }
    /// A `filter` for organizations whose `mode` is empty.
    "empty-mode" empty_mode: EmptyMode, Unknown {
        /// As if there were no mode.
        "accept" => Accept,
        /// Refused with 400.
        "400" => Refuse,
    }
    /// The category or description of an image that a change of its attributes leaves out.
    "omitted-attribute" omitted_attribute: OmittedAttribute, Unknown {
        /// Stays as it is.
        "keep" => Keep,
        /// Is emptied: `other`, and no description.
        "reset" => Reset,
    }
    /// Where the accounts that an image is shared with are found.
    "share-path" share_path: SharePath, Inferred {
        /// Below `repositories` and below `repos`.
        "both" => Both,
        /// Only below `repositories`, as the pages say.
        "repositories" => Repositories,
        /// Only below `repos`, as gophertelekomcloud asks.
        "repos" => Repos,
    }
    /// An image shared with an account that it is shared with already.
    "share-duplicate" share_duplicate: ShareDuplicate, Documented {
        /// Refused with 409.
        "409" => Conflict,
        /// Taken as a change.
        "upsert" => Upsert,
    }
    /// A question for an account that an image is not shared with.
    "share-missing" share_missing: ShareMissing, Inferred {
        /// Refused with 400.
        "400" => BadRequest,
        /// Answered with `exist` false.
        "exist-false" => ExistFalse,
    }
    /// The end of a share that is not there.
    "share-delete-missing" share_delete_missing: ShareDeleteMissing, Unknown {
        /// Refused with 400.
        "400" => BadRequest,
        /// Accepted: it is gone, after all.
        "204" => Accept,
    }
    /// How many of the accounts that an image is shared with are listed.
    "share-list" share_list: ShareList, Documented {
        /// 100, unless limit and offset say otherwise.
        "100" => Paged,
        /// All, whatever limit and offset say.
        "all" => All,
    }
    /// An image shared with the account that it belongs to.
    "share-own" share_own: ShareOwn, Unknown {
        /// Refused with 400.
        "400" => BadRequest,
        /// Refused with 403.
        "403" => Forbidden,
    }
    /// A public image shared with an account, which the guide rules out.
    "share-public" share_public: SharePublic, Documented {
        /// Refused with 400.
        "400" => BadRequest,
        /// Allowed anyway.
        "accept" => Accept,
    }
    /// A deadline that has passed when it is set.
    "share-past" share_past: SharePast, Unknown {
        /// Stored; the share has ended.
        "accept" => Accept,
        /// Refused with 400.
        "400" => Refuse,
    }
    /// An image shared with an account that does not exist.
    "unknown-domain" unknown_domain: UnknownDomain, Unknown {
        /// Stored as given.
        "accept" => Accept,
        /// Refused with 400.
        "400" => Refuse,
    }
    /// What `status` means in the list of images that others share with this account.
    "shared-status" shared_status: SharedStatus, Documented {
        /// True while the share is valid.
        "valid" => Valid,
        /// True once it has expired.
        "expired" => Expired,
    }
    /// What a request above the rate limit is answered, should there be one.
    "throttle" throttle: Throttle, Inferred {
        /// 429 of the gateway, with the time to wait.
        "429" => TooManyRequests,
        /// 403 of SWR, without it; IAM answers 429.
        "403" => Forbidden,
        /// 503 of the gateway, with it.
        "503" => Unavailable,
    }
    /// The status of an image's successful creation.
    "image-creation-status" image_creation_status: ImageCreationStatus, Inferred {
        /// As the clients demand.
        "201" => Created,
        /// As the page says.
        "200" => Ok,
    }
    /// A sign-in for a project that does not exist.
    "unknown-project" unknown_project: UnknownProject, Unknown {
        /// 404.
        "404" => NotFound,
        /// 401.
        "401" => Unauthorized,
    }
    /// A token for the whole account, used on SWR, which is a service of projects.
    "account-token" account_token: AccountToken, Unknown {
        /// Taken as well.
        "accept" => Accept,
        /// Refused with 403.
        "403" => Forbidden,
    }
    /// The end of a token by its owner.
    "token-delete" token_delete: TokenDelete, Documented {
        /// The token ends.
        "204" => End,
        /// The gateway knows no such call.
        "404" => NoSuchApi,
        /// The path is known, the method is not.
        "405" => NoSuchMethod,
    }
}
