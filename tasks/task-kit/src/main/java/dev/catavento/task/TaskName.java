package dev.catavento.task;

/** The task's name: module, image, task_id and command are the same word. */
public record TaskName(String value) {}
