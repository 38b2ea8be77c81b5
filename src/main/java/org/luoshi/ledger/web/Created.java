package org.luoshi.ledger.web;

import java.net.URI;
import java.util.UUID;
import org.springframework.http.ResponseEntity;

/** The id of what was made; its address is in the {@code Location} header. */
record Created(UUID id) {

    static ResponseEntity<Created> at(String path, UUID id) {
        return ResponseEntity.created(URI.create("/api/v1/ledger/" + path + "/" + id))
                .body(new Created(id));
    }
}
