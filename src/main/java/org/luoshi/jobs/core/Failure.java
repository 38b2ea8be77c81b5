package org.luoshi.jobs.core;

import java.util.Map;

/** Why work failed: a text key and the values it names, so that each reader gets it in their language. */
record Failure(String code, Map<String, String> details) {}
