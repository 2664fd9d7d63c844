package dev.catavento.enginegate.http;

/**
 * A request as the gate understood it; no header goes further than this.
 *
 * @param body its bytes, empty for none
 * @param json true when the body is declared as JSON
 */
public record Request(String method, Target target, byte[] body, boolean json) {}
