package org.luoshi.ledger.exchange;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Unit;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.luoshi.shared.TimeOrderedIds;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of other installations, kept by the office director. */
@Service
@Transactional
public class Partners {

    private static final int LONGEST_NAME = 100;
    private static final int LAST_PORT = 65_535;
    private static final String ROW =
            "select id, version, fingerprint, public_key, name, unit_id, address, active, compared_with, compared_by, compared_at from ledger.partner ";

    private final Installations installations;
    private final OrganizationApi organization;
    private final HistoryApi history;
    private final JdbcClient jdbc;
    private final Clock clock;

    Partners(
            Installations installations,
            OrganizationApi organization,
            HistoryApi history,
            JdbcClient jdbc,
            Clock clock) {
        this.installations = installations;
        this.organization = organization;
        this.history = history;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Partner> all(Actor actor) {
        requireOffice(actor);
        return jdbc.sql(ROW + "order by name, id").query(Partner.class).list();
    }

    @Transactional(readOnly = true)
    public Partner require(UUID id) {
        return jdbc.sql(ROW + "where id = :id")
                .param("id", id)
                .query(Partner.class)
                .optional()
                .orElseThrow(PackageError.UNKNOWN::plain);
    }

    /** The active partner for which this unit stands. */
    @Transactional(readOnly = true)
    public Optional<Partner> ofUnit(UUID unitId) {
        return jdbc.sql(ROW + "where unit_id = :unit and active")
                .param("unit", unitId)
                .query(Partner.class)
                .optional();
    }

    @Transactional(readOnly = true)
    Optional<Partner> byFingerprint(String fingerprint) {
        return jdbc.sql(ROW + "where fingerprint = :fingerprint")
                .param("fingerprint", fingerprint)
                .query(Partner.class)
                .optional();
    }

    /** The name of the unit that stands for a partner; empty for none. */
    public String unitName(Partner partner) {
        return partner.unitId() == null
                ? ""
                : organization.unit(partner.unitId()).map(Unit::shortName).orElse("");
    }

    /** Registers another installation by its public key; nothing of it is taken before the fingerprint was compared. */
    public UUID add(String name, String writtenKey, @Nullable String unit, @Nullable String address, Actor actor) {
        requireDirector(actor);
        byte[] key = PackageKeys.read(writtenKey);
        String fingerprint = PackageKeys.fingerprint(key);
        if (installations.own().fingerprint().equals(fingerprint)) {
            throw PackageError.KEY_IS_OWN.with(Map.of("field", "key"));
        }
        if (byFingerprint(fingerprint).isPresent()) {
            throw PackageError.KEY_KNOWN.with(Map.of("field", "key"));
        }
        UUID id = TimeOrderedIds.next(clock);
        guarded(() -> jdbc.sql("""
                insert into ledger.partner (id, fingerprint, public_key, name, unit_id, address, made_by, made_at)
                values (:id, :fingerprint, :key, :name, :unit, :address, :by, :at)
                """)
                .param("id", id)
                .param("fingerprint", fingerprint)
                .param("key", key)
                .param("name", plainName(name))
                .param("unit", unit(unit))
                .param("address", address(address))
                .param("by", actor.name())
                .param("at", Sql.at(clock.instant()))
                .update());
        note(id, "added", Map.of("name", plainName(name)), actor);
        return id;
    }

    /** Changes what is known of a partner; its key never changes. */
    public void change(UUID id, int seen, String name, @Nullable String unit, @Nullable String address, Actor actor) {
        requireDirector(actor);
        requireVersion(id, seen);
        guarded(() -> jdbc.sql("""
                update ledger.partner set name = :name, unit_id = :unit, address = :address, version = version + 1 where id = :id
                """)
                .param("name", plainName(name))
                .param("unit", unit(unit))
                .param("address", address(address))
                .param("id", id)
                .update());
        note(id, "changed", Map.of("name", plainName(name)), actor);
    }

    /** Both sides have read the check number to each other, and it was the same. */
    public void compared(UUID id, int seen, String comparedWith, Actor actor) {
        requireDirector(actor);
        requireVersion(id, seen);
        if (comparedWith.isBlank() || comparedWith.length() > LONGEST_NAME) {
            throw PackageError.COMPARED_WITH_MISSING.with(Map.of("field", "comparedWith"));
        }
        jdbc.sql("""
                update ledger.partner set active = true, compared_with = :with, compared_by = :by, compared_at = :at,
                    version = version + 1 where id = :id
                """)
                .param("with", comparedWith.strip())
                .param("by", actor.name())
                .param("at", Sql.at(clock.instant()))
                .param("id", id)
                .update();
        note(id, "compared", Map.of("name", require(id).name(), "with", comparedWith.strip()), actor);
    }

    /** From now on nothing of it is taken and nothing is sent to it. */
    public void stop(UUID id, int seen, Actor actor) {
        requireDirector(actor);
        requireVersion(id, seen);
        jdbc.sql("update ledger.partner set active = false, version = version + 1 where id = :id")
                .param("id", id)
                .update();
        note(id, "stopped", Map.of("name", require(id).name()), actor);
    }

    static void requireOffice(Actor actor) {
        if (!actor.has(Role.OFFICER) && !actor.has(Role.OFFICE_DIRECTOR)) {
            throw PackageError.NOT_YOURS.plain();
        }
    }

    private static void requireDirector(Actor actor) {
        if (!actor.has(Role.OFFICE_DIRECTOR)) {
            throw PackageError.NOT_YOURS.plain();
        }
    }

    private void requireVersion(UUID id, int seen) {
        if (require(id).version() != seen) {
            throw PackageError.CHANGED_MEANWHILE.plain();
        }
    }

    private static void guarded(Runnable write) {
        try {
            write.run();
        } catch (DuplicateKeyException taken) {
            throw PackageError.UNIT_TAKEN.with(Map.of("field", "unit"));
        }
    }

    private static String plainName(String name) {
        String plain = name.strip();
        if (plain.isEmpty() || plain.length() > LONGEST_NAME) {
            throw PackageError.NAME_MISSING.with(Map.of("field", "name"));
        }
        return plain;
    }

    private @Nullable UUID unit(@Nullable String written) {
        if (written == null || written.isBlank()) {
            return null;
        }
        return organization
                .unitNamed(written.strip())
                .map(Unit::id)
                .orElseThrow(() -> PackageError.UNIT_UNKNOWN.with(Map.of("field", "unit", "written", written.strip())));
    }

    /** {@code http://host[:port]} or https, with nothing after it. */
    private static @Nullable String address(@Nullable String written) {
        if (written == null || written.isBlank()) {
            return null;
        }
        try {
            URI uri = new URI(written.strip());
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            String path = uri.getPath() == null ? "" : uri.getPath();
            boolean good = (scheme.equals("http") || scheme.equals("https"))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getPort() != 0
                    && uri.getPort() <= LAST_PORT
                    && uri.getQuery() == null
                    && uri.getFragment() == null
                    && (path.isEmpty() || path.equals("/"));
            if (good) {
                return scheme + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
            }
        } catch (URISyntaxException noAddress) {
            // Told below.
        }
        throw PackageError.ADDRESS_WRONG.with(Map.of("field", "address"));
    }

    private void note(UUID id, String action, Map<String, Object> details, Actor actor) {
        history.record(new HistoryFact(id, "ledger.partner", id, action, details, null), actor);
    }
}
