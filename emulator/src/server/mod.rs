//! The adapter that serves HTTP: a command line, a socket, and the core behind it. Everything that an API answer says is
//! decided in the core; here it is only carried, and the console's files are served beside it.

mod arguments;
mod body;
mod connection;
mod console;
mod control;
mod files;
mod rate_arguments;

use std::fmt;
use std::io::{self, Write as _};
use std::net::SocketAddr;
use std::process::ExitCode;
use std::rc::Rc;
use std::time::Duration;

use bpaf::ParseFailure;
use tokio::net::TcpListener;

use crate::emulator::Emulator;

use arguments::Options;
use connection::Service;
use control::Control;

/// How long to wait after a connection could not be taken.
const ACCEPT_PAUSE: Duration = Duration::from_millis(50);

/// Runs the program with its arguments, the program's own name left out.
pub fn run(arguments: &[String]) -> ExitCode {
    match arguments::parse(arguments) {
        Ok(options) => match serve(options) {
            Ok(()) => ExitCode::SUCCESS,
            Err(failure) => complain(&failure, ExitCode::FAILURE),
        },
        Err(failure @ ParseFailure::Stderr(_)) => complain(&failure.unwrap_stderr(), ExitCode::from(2)),
        Err(help) => {
            help.print_message(100);
            ExitCode::SUCCESS
        }
    }
}

fn complain(what: &dyn fmt::Display, code: ExitCode) -> ExitCode {
    let _ = writeln!(io::stderr(), "swr-emulator: {what}");
    code
}

/// Why the server is not there.
#[derive(Debug)]
enum Failure {
    Listen(SocketAddr, io::Error),
    Serve(io::Error),
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Listen(address, error) => write!(formatter, "cannot listen on {address}: {error}"),
            Self::Serve(error) => write!(formatter, "cannot serve: {error}"),
        }
    }
}

/// One thread is enough: answers are computed in memory, and waiting ones cost nothing.
fn serve(options: Options) -> Result<(), Failure> {
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(Failure::Serve)?;
    tokio::task::LocalSet::new().block_on(&runtime, listen(options))
}

async fn listen(options: Options) -> Result<(), Failure> {
    let Options { listen, public: _, seed, latency, rate_limit, console, control, token_lifetime, switches } =
        options;
    let emulator = Emulator::new(seed, switches)
        .with_token_lifetime(token_lifetime)
        .with_latency(latency)
        .with_rate_limit(rate_limit);
    let service = Rc::new(Service::new(emulator, console, control.then(Control::default)));

    let listener = TcpListener::bind(listen).await.map_err(|error| Failure::Listen(listen, error))?;
    let address = listener.local_addr().map_err(Failure::Serve)?;
    writeln!(io::stdout(), "listening on http://{address}").map_err(Failure::Serve)?;
    // The log alone has to show that this is not the service.
    let _ = writeln!(
        io::stderr(),
        "swr-emulator: an emulator, with made-up data and a password that everyone knows"
    );
    loop {
        match listener.accept().await {
            Ok((stream, peer)) => {
                // One address is one, also where it is written as one of IPv6.
                let source = peer.ip().to_canonical();
                drop(tokio::task::spawn_local(connection::serve(stream, source, Rc::clone(&service))));
            }
            // The client is gone already, or too many files are open: some will be closed in a while.
            Err(_) => tokio::time::sleep(ACCEPT_PAUSE).await,
        }
    }
}
