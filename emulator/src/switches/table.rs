//! Every switch: its name, its question, how sure its default is, and its values with the default first. A macro
//! makes the types from the table, so that a switch cannot be half there: not on the command line, not in the help.

use super::{Evidence, SwitchError, SwitchInfo};

macro_rules! switches {
    ($(
        $(#[doc = $question:literal])+
        $name:literal $field:ident: $kind:ident, $evidence:ident {
            $(#[doc = $default_doc:literal])+ $default_text:literal => $default:ident,
            $($(#[doc = $value_doc:literal])+ $value_text:literal => $value:ident,)+
        }
    )+) => {
        $(
            $(#[doc = $question])+
            #[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
            pub enum $kind {
                $(#[doc = $default_doc])+
                #[default]
                $default,
                $($(#[doc = $value_doc])+ $value,)+
            }

            impl $kind {
                const INFO: SwitchInfo = SwitchInfo {
                    name: $name,
                    question: concat!($($question),+),
                    evidence: Evidence::$evidence,
                    values: &[$default_text, $($value_text),+],
                };

                fn parse(text: &str) -> Option<Self> {
                    match text {
                        $default_text => Some(Self::$default),
                        $($value_text => Some(Self::$value),)+
                        _ => None,
                    }
                }
            }
        )+

        /// The answers given where the documentation is silent. The default is what working clients suggest.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
        pub struct Switches {
            $($(#[doc = $question])+ pub $field: $kind,)+
        }

        impl Switches {
            /// Every switch, for help and documentation.
            pub const TABLE: &'static [SwitchInfo] = &[$($kind::INFO),+];

            /// Sets a switch by its name on the command line.
            ///
            /// # Errors
            /// If there is no such switch, or the switch has no such value.
            pub fn set(&mut self, name: &str, value: &str) -> Result<(), SwitchError> {
                match name {
                    $($name => {
                        let unknown = || SwitchError::UnknownValue { switch: &$kind::INFO, value: value.to_owned() };
                        self.$field = $kind::parse(value).ok_or_else(unknown)?;
                    })+
                    _ => return Err(SwitchError::UnknownName(name.to_owned())),
                }
                Ok(())
            }
        }
    };
}

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
    /// The category or description of an image that a change of its attributes leaves out.
    "omitted-attribute" omitted_attribute: OmittedAttribute, Unknown {
        /// Stays as it is.
        "keep" => Keep,
        /// Is emptied: `other`, and no description.
        "reset" => Reset,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_in_the_table_can_be_set_and_the_first_is_the_default() {
        for switch in Switches::TABLE {
            let mut switches = Switches::default();
            for value in switch.values {
                assert_eq!(switches.set(switch.name, value), Ok(()), "{}={value}", switch.name);
            }
            let defaults: Vec<&str> = switch.values.iter().take(1).copied().collect();
            for value in defaults {
                assert_eq!(switches.set(switch.name, value), Ok(()));
                assert_eq!(switches, Switches::default(), "{}={value}", switch.name);
            }
        }
    }

    #[test]
    fn what_is_not_in_the_table_is_refused_by_name() {
        let mut switches = Switches::default();
        assert_eq!(
            switches.set("speed", "fast").map_err(|error| error.to_string()),
            Err("there is no switch `speed`".into())
        );
        let error = switches.set("batch", "half").expect_err("no such value").to_string();
        assert_eq!(error, "switch `batch` is one of atomic, partial, not `half`");
    }

    #[test]
    fn the_documentation_names_every_switch_value_and_its_evidence() {
        let page = include_str!("../../../docs/emulator.md");
        for switch in Switches::TABLE {
            let values: Vec<String> = switch.values.iter().map(|value| format!("`{value}`")).collect();
            let row = format!("| `{}` | {} | {} |", switch.name, values.join(" "), switch.evidence);
            assert!(page.contains(&row), "docs/emulator.md lacks the row {row}");
        }
    }
}
