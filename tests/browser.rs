//! The pages in a real browser: clicks, keys, filters, directions, and that nothing of an article runs. Needs Chromium and
//! ChromeDriver (Debian: `chromium-driver`); where they are not, the tests say "skipped".

mod webdriver;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::json;
use webdriver::Browser;

/// What tries to run, in every place where an article has words.
const HOSTILE: &str = "</script><script>document.title = 'ran'</script><img src=x onerror=\"document.title='ran'\"><!--";

/// Two reports on one election that differ in the turnout.
fn reports() -> String {
    let arabic = format!(
        "بلغت نسبة المشاركة في الانتخابات الرئاسية في كازاخستان يوم 20 نوفمبر 2022 إلى 69.44٪، بحسب لجنة الانتخابات المركزية.\n\n{HOSTILE}\n\n\
وفاز قاسم جومارت توكاييف بنسبة 81.31٪ من الأصوات."
    );
    let english = format!(
        "Turnout in Kazakhstan's presidential election on 20 November 2022 was 64.94%, the election commission said.\n\n{HOSTILE}\n\n\
Kassym-Jomart Tokayev won 81.31% of the vote."
    );
    [("ar", arabic), ("en", english)]
        .map(|(id, text)| {
            let title = format!("{id} {HOSTILE}");
            json!({"id": id, "title": title, "text": text, "url": "javascript:document.title='ran'", "published": "2022-11-21"}).to_string()
        })
        .join("\n")
}

/// The page that a command makes of the reports.
fn page(name: &str, command: &[&str]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let (articles, page) = (folder.join(format!("{name}.jsonl")), folder.join(format!("{name}.html")));
    fs::write(&articles, reports()).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_hasila")).args(command).arg(&articles).arg("-o").arg(&page).output().unwrap();
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    page
}

/// Nothing of the article ran, nothing was asked for, the console is silent; and the policy would stop what got in.
fn assert_inert(browser: &Browser) {
    assert!(!browser.eval("document.title").as_str().unwrap().contains("ran"));
    assert_eq!(browser.log(), [""; 0]);
    assert_eq!(browser.eval("performance.getEntriesByType('resource').length"), 0);
    assert_eq!(browser.eval("document.querySelectorAll('main script, main img, main [onerror], main [href^=javascript]').length"), 0);
    let smuggle = "(() => { try { const s = document.createElement('script'); s.textContent = \"document.title = 'ran'\"; \
document.body.append(s) } catch {} try { document.body.innerHTML += '<img src=x onerror=\"document.title=1\">' } catch {} return document.title })()";
    assert!(!browser.eval(smuggle).as_str().unwrap().contains("ran"));
    browser.log();
}

/// A page no wider than a phone does not scroll sideways.
fn assert_fits_a_phone(browser: &Browser) {
    browser.chrome("Emulation.setDeviceMetricsOverride", &json!({"width": 390, "height": 844, "deviceScaleFactor": 1, "mobile": true}));
    assert_eq!(browser.eval("document.documentElement.scrollWidth"), 390);
    browser.chrome("Emulation.clearDeviceMetricsOverride", &json!({}));
}

#[test]
fn a_comparison_is_read_by_clicking() {
    let Some(browser) = Browser::start("compare") else { return };
    browser.open(&page("comparison", &["compare", "--format", "html"]));
    assert_inert(&browser);
    assert_fits_a_phone(&browser);

    // A click on a contradiction shows both articles, the words lit and in sight, each in its direction.
    browser.click("tr[data-verdict=conflict][data-kind=turnout] td:nth-of-type(2) .cell");
    assert_eq!(browser.eval("document.querySelector('dialog').open"), true);
    assert_eq!(
        browser.eval("[...document.querySelectorAll('dialog mark.lit')].map((mark) => mark.textContent)"),
        json!(["69.44٪", "64.94%"])
    );
    let directions = browser.eval("[...document.querySelectorAll('dialog mark.lit')].map((mark) => getComputedStyle(mark).direction)");
    assert_eq!(directions, json!(["rtl", "ltr"]));
    let in_sight = "[...document.querySelectorAll('dialog .text')].every((text) => { \
const [box, mark] = [text, text.querySelector('mark.lit')].map((part) => part.getBoundingClientRect()); \
return mark.top >= box.top && mark.bottom <= box.bottom })";
    assert_eq!(browser.eval(in_sight), true);
    assert!(browser.eval("document.querySelector('#quotes-title').textContent").as_str().unwrap().contains("Conflict"));

    // On to the next row, and back to the cell with a key; Enter opens as a click does.
    browser.click("dialog [data-step='1']");
    assert!(!browser.eval("document.querySelector('#quotes-title').textContent").as_str().unwrap().contains("Conflict"));
    browser.press("\u{E00C}");
    browser.wait_for("!document.querySelector('dialog').open");
    assert_eq!(browser.eval("document.activeElement.matches('.cell')"), true);
    browser.keys("tr[data-kind=turnout] .cell", "\u{E007}");
    browser.wait_for("document.querySelector('dialog').open");
    browser.click("dialog .close");

    // Filters.
    let rows = browser.eval("document.querySelectorAll('tr[id]').length");
    let shown = "[...document.querySelectorAll('tr[id]')].filter((row) => row.checkVisibility()).map((row) => row.dataset.kind)";
    browser.click("input[data-verdict=conflict]");
    assert_eq!(browser.eval("document.querySelector('tr[data-verdict=conflict]').checkVisibility()"), false);
    assert_eq!(browser.eval("document.querySelector('tbody.conflict').checkVisibility()"), false);
    browser.click("input[data-verdict=conflict]");
    // Arabic digits and vowel signs find what is written without.
    browser.keys("input[type=search]", "٦٩.٤٤");
    assert_eq!(browser.eval(shown), json!(["turnout"]));
    assert_eq!(browser.eval("document.querySelector('output').textContent"), format!("1 of {rows} shown"));
    browser.keys("input[type=search]", "x");
    assert_eq!(browser.eval(shown), json!([]));
    assert_eq!(browser.eval("document.querySelector('.election').checkVisibility()"), false);
    assert_eq!(browser.log(), [""; 0]);
}

#[test]
fn facts_and_words_lead_to_each_other() {
    let Some(browser) = Browser::start("extract") else { return };
    browser.open(&page("articles", &["extract"]));
    assert_inert(&browser);
    assert_fits_a_phone(&browser);
    assert_eq!(browser.eval("[...document.querySelectorAll('.text')].map((text) => text.dir)"), json!(["rtl", "ltr"]));

    browser.click("#a1 tr[data-kind=turnout] .quote");
    browser.wait_for("document.querySelector('mark:target')?.textContent === '69.44٪'");
    browser.wait_for("[...document.querySelectorAll('.lit')].map((part) => part.localName).join() === 'tr,mark'");
    browser.click("#a2 .text mark:last-of-type a");
    browser.wait_for("document.querySelector('tr:target')?.closest('article').id === 'a2'");

    // Dark and light.
    let paper = "getComputedStyle(document.body).backgroundColor";
    let before = browser.eval(paper);
    browser.click("button.theme");
    assert_ne!(browser.eval(paper), before);
    browser.click("button.theme");
    assert_eq!(browser.eval(paper), before);

    // The first thing that Tab comes to leads past the head.
    browser.eval("document.activeElement.blur(), scrollTo(0, 0)");
    browser.open(&page("articles", &["extract"]));
    browser.press("\u{E004}");
    browser.wait_for("document.activeElement.className === 'skip'");
    browser.press("\u{E007}");
    browser.wait_for("document.activeElement.id === 'main'");

    // One article of two, one kind of many.
    browser.eval("(() => { const field = document.querySelector('[data-filter=article]'); field.value = 'a2'; field.dispatchEvent(new Event('input')) })()");
    assert_eq!(browser.eval("document.querySelector('#a1').checkVisibility()"), false);
    assert_eq!(browser.eval("document.querySelector('#a2').checkVisibility()"), true);
    browser.eval("(() => { const field = document.querySelector('[data-filter=kind]'); field.value = 'turnout'; field.dispatchEvent(new Event('input')) })()");
    let shown = "[...document.querySelectorAll('tr[id]')].filter((row) => row.checkVisibility()).map((row) => row.dataset.kind)";
    assert_eq!(browser.eval(shown), json!(["turnout"]));
    assert_eq!(browser.log(), [""; 0]);
}
