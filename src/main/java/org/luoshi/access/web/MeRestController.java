package org.luoshi.access.web;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.luoshi.platform.CurrentActor;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.luoshi.shared.Seat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells a program as whom it works. */
@RestController
@RequestMapping("/api/v1/me")
class MeRestController {

    @GetMapping
    Me me(@CurrentActor Actor actor) {
        return new Me(actor.personId(), actor.name(), actor.seats(), actor.roles());
    }

    record Me(UUID personId, String name, List<Seat> seats, Set<Role> roles) {}
}
