//! Words around a request that is shown.

use domain::text::request_format::RequestFormat;

#[derive(Debug)]
pub struct Words {
    pub format: &'static str,
    pub curl_hint: &'static str,
    pub powershell_hint: &'static str,
    pub koocli_hint: &'static str,
    pub terraform_hint: &'static str,
    /// A form that can't express the request.
    pub not_in: fn(&str) -> String,
}

impl Words {
    /// What a form is called: a name, the same in every language.
    pub const fn name(&self, format: RequestFormat) -> &'static str {
        match format {
            RequestFormat::Http => "HTTP",
            RequestFormat::Curl => "curl",
            RequestFormat::PowerShell => "PowerShell",
            RequestFormat::KooCli => "KooCLI",
            RequestFormat::Terraform => "Terraform",
        }
    }

    /// What one has to know before using a text.
    pub const fn hint(&self, format: RequestFormat) -> Option<&'static str> {
        match format {
            RequestFormat::Http => None,
            RequestFormat::Curl => Some(self.curl_hint),
            RequestFormat::PowerShell => Some(self.powershell_hint),
            RequestFormat::KooCli => Some(self.koocli_hint),
            RequestFormat::Terraform => Some(self.terraform_hint),
        }
    }
}

pub(super) static ENGLISH: Words = Words {
    format: "Format",
    curl_hint: "For bash, zsh or sh. Put a token into the variable SWR_TOKEN first.",
    powershell_hint: "For Windows PowerShell 5.1 or PowerShell 7. Put a token into $env:SWR_TOKEN first.",
    koocli_hint: "KooCLI signs with the keys of its own profile.",
    terraform_hint: "The block manages the whole list without the signed-in user: anyone not in it loses the permission. \
                     Terraform has to run as the same user.",
    not_in: |name| format!("This request can't be written for {name}."),
};

pub(super) static CHINESE: Words = Words {
    format: "格式",
    curl_hint: "适用于 bash、zsh 或 sh。请先将 Token 存入变量 SWR_TOKEN。",
    powershell_hint: "适用于 Windows PowerShell 5.1 或 PowerShell 7。请先将 Token 存入 $env:SWR_TOKEN。",
    koocli_hint: "KooCLI 使用其自身配置项中的密钥签名。",
    terraform_hint: "该配置块管理除当前用户外的整个列表：未列出的用户将失去权限。请以同一用户运行 Terraform。",
    not_in: |name| format!("此请求无法用 {name} 表示。"),
};
