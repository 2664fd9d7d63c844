package dev.catavento.watchstore.notice;

/**
 * Which store a notice is about.
 *
 * @param demo it holds a generated fleet, and whatever shows it says so
 */
public record StoreIdentity(String name, boolean demo) {
    String shown() {
        return demo ? "DEMO " + name : name;
    }
}
