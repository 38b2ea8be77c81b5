package org.luoshi.ledger.exchange;

import java.util.List;
import java.util.Map;

/**
 * A package that was verified.
 *
 * @param files content by path, without that of the JSON
 */
public record OpenedPackage(
        PackageManifest manifest, Partner partner, PackageContent content, Map<String, byte[]> files) {

    /** The files that came along, without what the package says itself. */
    public List<PackageManifest.Entry> enclosed() {
        return manifest.files().stream()
                .filter(file -> files.containsKey(file.path()))
                .toList();
    }

    /** The name by which people know a file of the package. */
    String nameOf(String path) {
        return manifest.files().stream()
                .filter(file -> file.path().equals(path))
                .map(PackageManifest.Entry::name)
                .findFirst()
                .orElseThrow(PackageError.CONTENT_WRONG::plain);
    }

    byte[] bytesOf(String path) {
        byte[] bytes = files.get(path);
        if (bytes == null) {
            throw PackageError.CONTENT_WRONG.plain();
        }
        return bytes;
    }
}
