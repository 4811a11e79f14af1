//! Ports on this machine: whether one is free, and whether a server answers there.

use crate::error::{Error, Result};
use std::io::{ErrorKind, Read as _, Write as _};
use std::net::{Ipv4Addr, SocketAddr, SocketAddrV4, TcpListener, TcpStream};
use std::time::Duration;

/// An error with a remedy unless `port` is free; `flag` is the option that chooses another.
pub(crate) fn must_be_free(port: u16, flag: &str) -> Result<()> {
    // Listening alone is no proof: on macOS it succeeds beside a server that listens on all addresses.
    if TcpStream::connect_timeout(&local(port), Duration::from_secs(1)).is_ok() {
        return Err(unusable(port, flag, ErrorKind::AddrInUse));
    }
    TcpListener::bind(local(port)).map(drop).map_err(|error| unusable(port, flag, error.kind()))
}

fn unusable(port: u16, flag: &str, kind: ErrorKind) -> Error {
    match kind {
        ErrorKind::AddrInUse => Error::new(format!("port {port} is in use by another program")).remedy(
            format!("end that program (`lsof -i :{port}` names it), or choose another port with `{flag}`"),
        ),
        ErrorKind::PermissionDenied => Error::new(format!("this user may not listen on port {port}"))
            .remedy(format!("choose a port above 1023 with `{flag}`")),
        kind => Error::new(format!("cannot listen on port {port}: {kind}"))
            .remedy(format!("choose another port with `{flag}`")),
    }
}

/// The status with which a server on this machine answers `GET /`, if one answers.
pub(crate) fn status(port: u16) -> Option<u16> {
    let mut stream = TcpStream::connect_timeout(&local(port), Duration::from_secs(1)).ok()?;
    stream.set_read_timeout(Some(Duration::from_secs(2))).ok()?;
    let request =
        format!("GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept: text/html\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).ok()?;
    let mut head = [0; 12];
    stream.read_exact(&mut head).ok()?;
    status_in(&head)
}

fn status_in(head: &[u8]) -> Option<u16> {
    let line = std::str::from_utf8(head).ok()?;
    line.strip_prefix("HTTP/1.")?.get(2..5)?.parse().ok()
}

fn local(port: u16) -> SocketAddr {
    SocketAddr::V4(SocketAddrV4::new(Ipv4Addr::LOCALHOST, port))
}

#[cfg(test)]
mod tests {
    use super::{must_be_free, status, status_in, unusable};
    use std::io::{ErrorKind, Read as _, Write as _};
    use std::net::TcpListener;

    #[test]
    fn a_busy_port_is_refused_with_the_flag_that_helps() {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let error = must_be_free(port, "--port").unwrap_err().to_string();
        assert!(error.starts_with(&format!("port {port} is in use")), "{error}");
        assert!(error.contains("`--port`"), "{error}");
        drop(listener);
        assert_eq!(must_be_free(port, "--port"), Ok(()));
    }

    #[test]
    fn every_refusal_has_a_remedy() {
        for kind in [ErrorKind::AddrInUse, ErrorKind::PermissionDenied, ErrorKind::AddrNotAvailable] {
            let error = unusable(80, "--emulator-port", kind).to_string();
            assert!(
                error.contains("80") && error.contains("what to do: ") && error.contains("--emulator-port")
            );
        }
    }

    #[test]
    fn the_status_is_read_off_the_first_line() {
        assert_eq!(status_in(b"HTTP/1.1 404"), Some(404));
        assert_eq!(status_in(b"HTTP/1.1 ab4"), None);
        assert_eq!(status_in(b"SSH-2.0-Open"), None);
    }

    #[test]
    fn a_server_that_answers_is_seen() {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let server = std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            let mut request = [0; 256];
            let length = stream.read(&mut request).unwrap();
            stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n").unwrap();
            String::from_utf8_lossy(&request[..length]).into_owned()
        });
        assert_eq!(status(port), Some(200));
        assert!(server.join().unwrap().starts_with("GET / HTTP/1.1\r\n"));
        assert_eq!(status(port), None);
    }
}
