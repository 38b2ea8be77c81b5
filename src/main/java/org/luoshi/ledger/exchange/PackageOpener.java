package org.luoshi.ledger.exchange;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.luoshi.files.FilesApi;
import org.luoshi.files.HashedZip;
import org.springframework.stereotype.Component;

/** Verifies a package: who signed it, that it is for us, that nothing was changed, and that nothing secret is in it. */
@Component
class PackageOpener {

    private static final int LARGEST_MANIFEST = 1024 * 1024;
    private static final int LARGEST_JSON = 8 * 1024 * 1024;

    private final Installations installations;
    private final Partners partners;
    private final FilesApi files;

    PackageOpener(Installations installations, Partners partners, FilesApi files) {
        this.installations = installations;
        this.partners = partners;
        this.files = files;
    }

    /** Refused with a clear reason ({@link PackageError}, or that of the guard). Keeps nothing. */
    OpenedPackage open(byte[] zip) {
        // A stranger's package is not unpacked: up to here only the list and its signature were.
        byte[] signed = PackageZip.read(zip, PackageManifest.FILE, LARGEST_MANIFEST);
        byte[] signature = PackageZip.read(zip, PackageManifest.SIGNATURE, LARGEST_MANIFEST);
        PackageManifest manifest = PackageJson.manifest(signed);
        Partner partner = signer(manifest, signed, signature);
        Map<String, byte[]> all = PackageZip.read(zip);
        byte[] said = all.get(PackageManifest.CONTENT);
        if (said == null || said.length > LARGEST_JSON) {
            throw PackageError.NOT_A_PACKAGE.plain();
        }
        requireForUs(manifest);
        Map<String, byte[]> listed = requireSame(manifest, all);
        PackageContent content = PackageJson.content(said);
        if (content.kind() != manifest.kind()) {
            throw PackageError.CONTENT_WRONG.plain();
        }
        Map<String, byte[]> enclosed = new LinkedHashMap<>(listed);
        enclosed.remove(PackageManifest.CONTENT);
        if (!enclosed.keySet().containsAll(content.paths().toList())) {
            throw PackageError.CONTENT_WRONG.plain();
        }
        requireUnmarked(manifest, content, enclosed);
        return new OpenedPackage(manifest, partner, content, enclosed);
    }

    private Partner signer(PackageManifest manifest, byte[] signed, byte[] signature) {
        Map<String, Object> details = Map.of("name", manifest.from().name());
        Partner partner = partners.byFingerprint(manifest.from().fingerprint())
                .orElseThrow(() -> PackageError.UNKNOWN_SIGNER.with(details));
        if (!PackageKeys.isSigned(signed, signature, partner.publicKey())) {
            throw PackageError.BAD_SIGNATURE.with(details);
        }
        if (!partner.active()) {
            throw PackageError.PARTNER_INACTIVE.with(Map.of("name", partner.name()));
        }
        return partner;
    }

    private void requireForUs(PackageManifest manifest) {
        if (!manifest.to().fingerprint().equals(installations.own().fingerprint())) {
            throw PackageError.WRONG_ADDRESSEE.with(Map.of("name", manifest.to().name()));
        }
    }

    private static Map<String, byte[]> requireSame(PackageManifest manifest, Map<String, byte[]> all) {
        Map<String, byte[]> listed = new LinkedHashMap<>();
        for (PackageManifest.Entry entry : manifest.files()) {
            byte[] content = all.get(entry.path());
            boolean same = content != null
                    && content.length == entry.size()
                    && HashedZip.sha256(content).equals(entry.sha256())
                    && listed.put(entry.path(), content) == null;
            if (!same) {
                throw PackageError.FILES_DIFFER.with(Map.of("name", entry.name()));
            }
        }
        Set<String> unlisted = new HashSet<>(all.keySet());
        unlisted.removeAll(listed.keySet());
        unlisted.remove(PackageManifest.FILE);
        unlisted.remove(PackageManifest.SIGNATURE);
        if (!unlisted.isEmpty() || !listed.containsKey(PackageManifest.CONTENT)) {
            throw PackageError.FILES_DIFFER.with(
                    Map.of("name", unlisted.stream().findFirst().orElse(PackageManifest.CONTENT)));
        }
        return listed;
    }

    private void requireUnmarked(PackageManifest manifest, PackageContent content, Map<String, byte[]> enclosed) {
        files.requireUnmarked(manifest.title());
        files.requireUnmarked(manifest.from().name());
        content.texts().forEach(files::requireUnmarked);
        for (PackageManifest.Entry entry : manifest.files()) {
            byte[] bytes = enclosed.get(entry.path());
            if (bytes != null) {
                files.extractText(entry.name(), bytes);
            }
        }
    }
}
