package org.luoshi.organization.core;

import static org.luoshi.organization.core.OrganizationError.LATER_HOLDER;
import static org.luoshi.organization.core.OrganizationError.NOT_THE_HOLDER;
import static org.luoshi.organization.core.OrganizationError.PERSON_LEFT;
import static org.luoshi.organization.core.OrganizationError.POST_ENDED;
import static org.luoshi.organization.core.OrganizationError.SUCCESSOR_IS_SAME;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.organization.Holding;
import org.luoshi.organization.Person;
import org.luoshi.organization.Post;
import org.luoshi.organization.PostHandedOver;
import org.luoshi.organization.Unit;
import org.luoshi.shared.Actor;
import org.luoshi.shared.TimeOrderedIds;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts people on posts and takes them off again. The work of a post never moves: its holder does. */
@Service
@Transactional
public class SeatService {

    private final PostStore posts;
    private final PersonStore people;
    private final UnitStore units;
    private final HistoryApi history;
    private final ApplicationEventPublisher events;
    private final ZoneId zone;
    private final Clock clock;

    SeatService(
            PostStore posts,
            PersonStore people,
            UnitStore units,
            HistoryApi history,
            ApplicationEventPublisher events,
            ZoneId zone,
            Clock clock) {
        this.posts = posts;
        this.people = people;
        this.units = units;
        this.history = history;
        this.events = events;
        this.zone = zone;
        this.clock = clock;
    }

    /** Puts a person on a post from that day on; who held it leaves it the day before. */
    public void seat(UUID personId, UUID postId, LocalDate from, Actor actor) {
        Post post = posts.lock(postId);
        Person person = people.require(personId);
        requireOpen(post, from);
        if (people.leftOn(personId).isPresent()) {
            throw PERSON_LEFT.with(Map.of("name", person.name()));
        }
        if (holderOn(postId, from).filter(personId::equals).isPresent()) {
            return;
        }
        @Nullable UUID before = clear(post, from);
        boolean inForce = !from.isAfter(today());
        posts.insertHolding(TimeOrderedIds.next(clock), new Holding(postId, personId, from, null), inForce);
        record(post, person, "seated", from, null, actor);
        if (inForce) {
            events.publishEvent(new PostHandedOver(postId, before, personId));
        }
    }

    /** The post has no holder from that day on; its work waits there for the next. */
    public void vacate(UUID postId, LocalDate from, @Nullable String reason, Actor actor) {
        Post post = posts.lock(postId);
        @Nullable UUID before = clear(post, from);
        if (before != null) {
            record(post, people.require(before), "left", from, reason, actor);
            events.publishEvent(new PostHandedOver(postId, before, null));
        }
    }

    /**
     * Hands over the posts of a person in one go.
     *
     * @param successors per post the next holder; null leaves it vacant
     * @param leaves the person leaves altogether; then every post of theirs must be named
     */
    public void handOver(
            UUID personId,
            Map<UUID, @Nullable UUID> successors,
            LocalDate from,
            boolean leaves,
            @Nullable String reason,
            Actor actor) {
        Person person = people.require(personId);
        successors.keySet().stream().sorted().forEach(postId -> {
            @Nullable UUID successor = successors.get(postId);
            if (holderOn(postId, from).filter(personId::equals).isEmpty()) {
                throw NOT_THE_HOLDER.with(Map.of("name", person.name()));
            }
            if (personId.equals(successor)) {
                throw SUCCESSOR_IS_SAME.with(Map.of("name", person.name()));
            }
            if (successor == null) {
                vacate(postId, from, reason, actor);
            } else {
                seat(successor, postId, from, actor);
            }
        });
        if (leaves) {
            posts.heldBy(personId, from).forEach(post -> vacate(post.id(), from, reason, actor));
            people.leave(personId, from.minusDays(1));
            Map<String, Object> details = Map.of("name", person.name(), "from", from.toString());
            history.record(new HistoryFact(personId, "organization.person", personId, "left", details, reason), actor);
        }
    }

    /** Ends every open post of a unit that ends; the holders' last day is the unit's. */
    void endPostsOf(Unit unit, LocalDate lastDay, Actor actor) {
        for (Post open : posts.openOf(unit.id())) {
            Post post = posts.lock(open.id());
            LocalDate last =
                    lastDay.isBefore(post.validFrom()) ? post.validFrom().minusDays(1) : lastDay;
            vacate(post.id(), last.plusDays(1), null, actor);
            posts.end(post.id(), last);
        }
    }

    /** Tells the other rooms of changes of holder that were entered ahead and come into force today. Safe to repeat. */
    @Scheduled(cron = "0 */5 * * * *", zone = "${luoshi.zone:Asia/Shanghai}")
    public void announceWhatCameIntoForce() {
        for (PostStore.Held held : posts.takeUnannounced(today())) {
            Holding holding = held.holding();
            @Nullable
            UUID before =
                    holderOn(holding.postId(), holding.from().minusDays(1)).orElse(null);
            events.publishEvent(new PostHandedOver(holding.postId(), before, holding.personId()));
        }
    }

    /** Ends the present holding the day before; a holding that began on that very day was a mistake and goes. */
    private @Nullable UUID clear(Post post, LocalDate from) {
        @Nullable UUID before = null;
        for (PostStore.Held held : posts.holdingsOf(post.id())) {
            Holding holding = held.holding();
            LocalDate to = holding.to();
            if (holding.from().isAfter(from)) {
                throw LATER_HOLDER.with(Map.of("title", post.title(), "from", holding.from()));
            }
            if (to != null && to.isBefore(from)) {
                continue;
            }
            before = holding.personId();
            if (holding.from().equals(from)) {
                posts.removeHolding(held.id());
            } else {
                posts.endHolding(held.id(), from.minusDays(1));
            }
        }
        return before;
    }

    private Optional<UUID> holderOn(UUID postId, LocalDate day) {
        return posts.holdersOn(List.of(postId), day).stream().findFirst().map(Holding::personId);
    }

    private static void requireOpen(Post post, LocalDate from) {
        LocalDate end = post.validTo();
        if (end != null && end.isBefore(from)) {
            throw POST_ENDED.with(Map.of("title", post.title()));
        }
    }

    private void record(Post post, Person person, String action, LocalDate from, @Nullable String reason, Actor actor) {
        Map<String, Object> details = new HashMap<>();
        details.put("name", person.name());
        details.put("title", post.title());
        details.put("unit", units.require(post.unitId()).name());
        details.put("from", from.toString());
        details.put("person", person.id());
        history.record(new HistoryFact(post.unitId(), "organization.post", post.id(), action, details, reason), actor);
        history.record(new HistoryFact(person.id(), "organization.holding", post.id(), action, details, reason), actor);
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(zone));
    }
}
