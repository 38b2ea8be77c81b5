package org.luoshi.ledger.exchange;

import java.security.KeyPair;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Unit;
import org.luoshi.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Who this installation is for others. Its key pair is made when it is first needed and stays in the database. */
@Component
public class Installations {

    private final OrganizationApi organization;
    private final JdbcClient jdbc;
    private final TransactionTemplate fresh;
    private final Clock clock;
    private volatile @Nullable Keys known;

    Installations(OrganizationApi organization, JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.organization = organization;
        this.jdbc = jdbc;
        this.clock = clock;
        this.fresh = new TransactionTemplate(transactions);
        this.fresh.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** This installation as it shows itself; the private key never leaves this class. */
    public record Own(String name, byte[] publicKey, String fingerprint) {

        public String checkNumber() {
            return PackageKeys.checkNumber(fingerprint);
        }

        public String written() {
            return PackageKeys.written(publicKey);
        }
    }

    private record Keys(byte[] publicKey, byte[] privateKey) {}

    public Own own() {
        byte[] publicKey = keys().publicKey();
        String name = organization.office().map(Unit::name).orElse("");
        return new Own(name, publicKey, PackageKeys.fingerprint(publicKey));
    }

    byte[] sign(byte[] content) {
        return PackageKeys.sign(content, keys().privateKey());
    }

    private Keys keys() {
        Keys kept = known;
        if (kept == null) {
            if (find().isEmpty()) {
                fresh.executeWithoutResult(unused -> make());
            }
            kept = find().orElseThrow();
            known = kept;
        }
        return kept;
    }

    private Optional<Keys> find() {
        return jdbc.sql("select public_key, private_key from ledger.installation")
                .query(Keys.class)
                .optional();
    }

    /** Two at once: the first stays. */
    private void make() {
        KeyPair pair = PackageKeys.make();
        jdbc.sql("""
                insert into ledger.installation (public_key, private_key, made_at) values (:public, :private, :at) on conflict do nothing
                """)
                .param("public", pair.getPublic().getEncoded())
                .param("private", pair.getPrivate().getEncoded())
                .param("at", Sql.at(clock.instant()))
                .update();
    }
}
