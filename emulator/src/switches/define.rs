//! Makes the types of the switches from their table, so that a switch cannot be half there: not on the command line, not in
//! the help.

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

pub(super) use switches;
