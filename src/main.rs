//! The binary: everything is in the library, but for the allocator, which is the program's own choice.

#[cfg(feature = "mimalloc")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    hasila::cli::run()
}
