package org.luoshi.ledger.exchange;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.files.HashedZip;
import org.luoshi.shared.TimeOrderedIds;
import org.springframework.stereotype.Component;

/** Packs, lists and signs. */
@Component
class PackageSealer {

    private final Installations installations;
    private final Clock clock;

    PackageSealer(Installations installations, Clock clock) {
        this.installations = installations;
        this.clock = clock;
    }

    /** A file that goes with a package. */
    record Enclosed(String path, String name, byte[] content) {}

    /** A package ready to be handed over. */
    record Sealed(UUID id, PackageKind kind, String title, byte[] zip) {}

    Sealed seal(Partner to, String title, @Nullable UUID inReplyTo, PackageContent content, List<Enclosed> enclosed) {
        UUID id = TimeOrderedIds.next(clock);
        Installations.Own own = installations.own();
        byte[] said = PackageJson.write(content);
        Map<String, byte[]> files = new LinkedHashMap<>();
        List<PackageManifest.Entry> list = new ArrayList<>();
        files.put(PackageManifest.CONTENT, said);
        list.add(entry(PackageManifest.CONTENT, PackageManifest.CONTENT, said));
        for (Enclosed file : enclosed) {
            files.put(file.path(), file.content());
            list.add(entry(file.path(), file.name(), file.content()));
        }
        byte[] manifest = PackageJson.write(new PackageManifest(
                PackageManifest.FORMAT,
                PackageManifest.VERSION,
                id,
                content.kind(),
                new PackageManifest.Party(own.fingerprint(), own.name()),
                new PackageManifest.Party(to.fingerprint(), to.name()),
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                inReplyTo,
                title,
                list));
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put(PackageManifest.FILE, manifest);
        all.put(PackageManifest.SIGNATURE, installations.sign(manifest));
        all.putAll(files);
        return new Sealed(id, content.kind(), title, PackageZip.write(all));
    }

    private static PackageManifest.Entry entry(String path, String name, byte[] content) {
        return new PackageManifest.Entry(path, name, content.length, HashedZip.sha256(content));
    }
}
