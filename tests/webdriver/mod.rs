//! As much of WebDriver (<https://www.w3.org/TR/webdriver2/>) as the tests need: JSON over HTTP.

use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};

/// The key under which WebDriver gives the id of an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

pub(crate) struct Browser {
    driver: Child,
    port: u16,
    session: String,
    /// Where the browser keeps its things; gone with it.
    profile: PathBuf,
}

impl Browser {
    /// A browser with nothing open. None where there is none on this machine; where there is one, it must start.
    pub(crate) fn start(name: &str) -> Option<Browser> {
        let spawned =
            Command::new("chromedriver").arg("--port=0").stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
        let skipped = |why: &str| {
            // Not `eprintln!`: a test that passes is not shown.
            let _ = writeln!(io::stderr(), "browser test {name}: skipped, {why}");
            None
        };
        let Ok(mut driver) = spawned else { return skipped("there is no chromedriver") };
        let lines = BufReader::new(driver.stdout.take().unwrap()).lines();
        let mut ports = lines.map_while(Result::ok).filter_map(|line| {
            line.split_once("started successfully on port ").map(|(_, port)| port.trim_end_matches('.').parse().unwrap())
        });
        let port = ports.next().expect("chromedriver says its port");
        let profile = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("chromium-{name}"));
        let _ = fs::remove_dir_all(&profile);
        let mut browser = Browser { driver, port, session: String::new(), profile };
        let mut arguments: Vec<String> = [
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            // Without it the page glides, and a click meets what glides by.
            "--force-prefers-reduced-motion",
            "--window-size=1280,900",
        ]
        .map(String::from)
        .into();
        arguments.push(format!("--user-data-dir={}", browser.profile.display()));
        let options = json!({"goog:chromeOptions": {"args": arguments}, "goog:loggingPrefs": {"browser": "ALL"}});
        let answer =
            browser.send("POST", "", &json!({"capabilities": {"alwaysMatch": options}}).to_string()).expect("chromedriver answers");
        let session = &answer["value"];
        if session["message"].as_str().is_some_and(|message| message.contains("cannot find Chrome binary")) {
            return skipped("there is no Chromium");
        }
        browser.session = format!("/{}", session["sessionId"].as_str().unwrap_or_else(|| panic!("a session: {answer}")));
        Some(browser)
    }

    /// Sends a command of the session; its failure is one of the test.
    fn ask(&self, method: &str, command: &str, body: &Value) -> Value {
        let answer = self.send(method, command, &body.to_string()).expect("chromedriver answers");
        let value = &answer["value"];
        assert!(value["error"].is_null(), "{command} {body}: {}: {}", value["error"], value["message"]);
        value.clone()
    }

    fn send(&self, method: &str, command: &str, body: &str) -> io::Result<Value> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port))?;
        // A browser that hangs is a failure, not a test without end.
        stream.set_read_timeout(Some(Duration::from_secs(60)))?;
        let body = if method == "POST" { body } else { "" };
        write!(
            stream,
            "{method} /session{}{command} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
            self.session,
            body.len()
        )?;
        let mut reader = BufReader::new(stream);
        let mut length = 0;
        loop {
            let mut line = String::new();
            reader.read_line(&mut line)?;
            match line.trim().split_once(':') {
                Some((name, value)) if name.eq_ignore_ascii_case("content-length") => length = value.trim().parse().unwrap_or(0),
                None if line.trim().is_empty() => break,
                _ => {}
            }
        }
        let mut bytes = vec![0; length];
        reader.read_exact(&mut bytes)?;
        Ok(serde_json::from_slice(&bytes)?)
    }

    /// Opens a file and waits until it is drawn: what is typed before is lost.
    pub(crate) fn open(&self, page: &Path) {
        self.ask("POST", "/url", &json!({"url": format!("file://{}", page.display())}));
        self.eval("new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
    }

    /// What an expression of JavaScript is in the page.
    pub(crate) fn eval(&self, expression: &str) -> Value {
        self.ask("POST", "/execute/sync", &json!({"script": format!("return {expression}"), "args": []}))
    }

    /// Waits until an expression is true, as long as a slow machine may take.
    pub(crate) fn wait_for(&self, expression: &str) {
        for _ in 0..100 {
            if self.eval(expression) == true {
                return;
            }
            thread::sleep(Duration::from_millis(50));
        }
        panic!("never true: {expression}");
    }

    fn element(&self, selector: &str) -> String {
        let found = self.ask("POST", "/element", &json!({"using": "css selector", "value": selector}));
        format!("/element/{}", found[ELEMENT].as_str().unwrap())
    }

    /// Clicks as a person does: what is hidden or covered cannot be clicked.
    pub(crate) fn click(&self, selector: &str) {
        self.ask("POST", &(self.element(selector) + "/click"), &json!({}));
    }

    /// Types into the element; U+E007 is Enter.
    pub(crate) fn keys(&self, selector: &str, text: &str) {
        self.ask("POST", &(self.element(selector) + "/value"), &json!({"text": text}));
    }

    /// Presses and releases a key wherever the focus is; U+E004 is Tab, U+E00C Escape.
    pub(crate) fn press(&self, key: &str) {
        let actions = [json!({"type": "keyDown", "value": key}), json!({"type": "keyUp", "value": key})];
        self.ask("POST", "/actions", &json!({"actions": [{"type": "key", "id": "keys", "actions": actions}]}));
    }

    /// A command of Chrome's own protocol.
    pub(crate) fn chrome(&self, command: &str, parameters: &Value) -> Value {
        self.ask("POST", "/goog/cdp/execute", &json!({"cmd": command, "params": parameters}))
    }

    /// What the page said to the console since it was asked last.
    pub(crate) fn log(&self) -> Vec<String> {
        let entries = self.ask("POST", "/se/log", &json!({"type": "browser"}));
        entries.as_array().unwrap().iter().map(|entry| entry["message"].to_string()).collect()
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // The end of the session is that of the browser, also after a test that failed.
        let _ = self.send("DELETE", "", "");
        let _ = self.driver.kill();
        let _ = self.driver.wait();
        let _ = fs::remove_dir_all(&self.profile);
    }
}
