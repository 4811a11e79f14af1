//! Words for something in the page that went wrong.

#[derive(Debug)]
pub struct Words {
    pub uncaught: &'static str,
    pub blocked_means: &'static str,
    pub trouble_means: &'static str,
    pub dismiss: &'static str,
}

pub(super) static ENGLISH: Words = Words {
    uncaught: "Something went wrong on this page.",
    blocked_means: "The security policy blocked something that isn't part of the console, or that the web server doesn't \
                    allow. The data shown is unaffected.",
    trouble_means: "Parts of the console may not work until you reload the page. The data shown is unaffected.",
    dismiss: "Dismiss",
};

pub(super) static CHINESE: Words = Words {
    uncaught: "页面出现异常。",
    blocked_means: "页面的安全策略拦截了不属于控制台的内容，或 Web 服务器配置不允许的内容。页面显示的仍是服务返回的数据。",
    trouble_means: "在重新加载页面之前，控制台的部分功能可能不可用。页面显示的仍是服务返回的数据。",
    dismiss: "关闭提示",
};
