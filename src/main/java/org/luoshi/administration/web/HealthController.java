package org.luoshi.administration.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells a watcher whether the house can work: 200, or 503 when the database does not answer. */
@RestController
class HealthController {

    private final JdbcClient jdbc;
    private final String version;

    HealthController(JdbcClient jdbc, @Value("${luoshi.version:}") String version) {
        this.jdbc = jdbc;
        this.version = version;
    }

    @GetMapping("/health")
    ResponseEntity<Health> health() {
        boolean answers = databaseAnswers();
        String word = answers ? "ok" : "down";
        return ResponseEntity.status(answers ? 200 : 503).body(new Health(word, word, version));
    }

    /** A watcher wants the answer, not the exception; the pool logs the fault itself. */
    private boolean databaseAnswers() {
        try {
            return jdbc.sql("select true").query(Boolean.class).single();
        } catch (DataAccessException e) {
            return false;
        }
    }

    record Health(String status, String database, String version) {}
}
