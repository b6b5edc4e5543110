//! A module uses only itself and what stands above it in the list of `src/lib.rs`.

mod report;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

fn src() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// The modules in their order: the items "- `date`, `kind`: …" of the crate's documentation.
fn order() -> Vec<String> {
    let lib = fs::read_to_string(src().join("lib.rs")).unwrap();
    let items = lib.lines().filter_map(|line| line.strip_prefix("//! - ")).filter_map(|item| item.split(':').next());
    items.flat_map(|names| names.split(", ")).map(|name| name.trim_matches(['`', '[', ']']).to_owned()).collect()
}

/// What `lib.rs` exports at the root, with the module it comes from.
fn exports() -> BTreeMap<String, String> {
    let lib = fs::read_to_string(src().join("lib.rs")).unwrap();
    let uses = lib.lines().filter_map(|line| line.strip_prefix("pub use "));
    uses.flat_map(|path| {
        let module = path.split("::").next().unwrap_or_default().to_owned();
        let names = path.rsplit("::").next().unwrap_or_default();
        let names = names.trim_matches(['{', '}', ';']).split(", ").map(str::to_owned).collect::<Vec<_>>();
        names.into_iter().map(move |name| (name, module.clone()))
    })
    .collect()
}

fn files(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, out);
        } else if path.extension().is_some_and(|e| e == "rs") {
            out.push(path);
        }
    }
}

/// The first segments of the paths that begin with `crate::` in a line of code.
fn named(line: &str) -> Vec<&str> {
    let ends = |c: char| !c.is_alphanumeric() && c != '_';
    let first = |path| str::split(path, ends).next().unwrap_or_default();
    let paths = line.split("crate::").skip(1);
    paths
        .flat_map(|rest| match rest.strip_prefix('{') {
            // `use crate::{a, b::c}`, one level deep and on one line, as rustfmt leaves it.
            Some(group) => group.split('}').next().unwrap_or_default().split(',').map(|path| first(path.trim())).collect(),
            None => vec![first(rest)],
        })
        .collect()
}

#[test]
fn modules_use_only_what_stands_above_them() {
    let (order, exports) = (order(), exports());
    let place = |module: &str| order.iter().position(|m| m == module);
    let mut all = Vec::new();
    files(&src(), &mut all);
    all.sort();
    let mut failures = Vec::new();
    for path in all {
        let relative = path.strip_prefix(src()).unwrap();
        let first = relative.iter().next().unwrap().to_str().unwrap();
        let module = first.strip_suffix(".rs").unwrap_or(first);
        if matches!(module, "lib" | "main") {
            continue;
        }
        let Some(own) = place(module) else {
            failures.push(format!("{}: lib.rs does not list `{module}`", relative.display()));
            continue;
        };
        let source = fs::read_to_string(&path).unwrap();
        for (line, number) in source.lines().zip(1..) {
            // Comments may point anywhere.
            let code = line.split("//").next().unwrap_or_default();
            for name in named(code) {
                let used = exports.get(name).map_or(name, String::as_str);
                if place(used).is_none_or(|used| used > own) {
                    failures.push(format!("{}:{number}: `{module}` uses `{used}`: {}", relative.display(), line.trim()));
                }
            }
        }
    }
    report::assert_none(&failures);
}

#[test]
fn the_list_names_every_module_once() {
    let order = order();
    let lib = fs::read_to_string(src().join("lib.rs")).unwrap();
    let declared = |line: &str| Some(line.strip_prefix("pub mod ").or(line.strip_prefix("mod "))?.strip_suffix(';')?.to_owned());
    let mut modules: Vec<String> = lib.lines().filter_map(declared).collect();
    let mut listed = order.clone();
    modules.sort();
    listed.sort();
    assert_eq!(listed, modules);
}

#[test]
fn paths_are_found_in_code() {
    assert_eq!(named("use crate::text::{Lang, Text};"), ["text"]);
    assert_eq!(named("use crate::{check, text::Lang};"), ["check", "text"]);
    assert_eq!(named("x(crate::Span::new(1, 2), crate::lexicon::Concept::And)"), ["Span", "lexicon"]);
    assert_eq!(named("let x = 1;"), [""; 0]);
}
