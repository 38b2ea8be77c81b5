package org.luoshi.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The folder that holds everything of this office, held by one running application at a time. */
final class DataFolder implements AutoCloseable {

    private final Path root;
    private final FileChannel lockFile;
    private final FileLock lock;

    private DataFolder(Path root, FileChannel lockFile, FileLock lock) {
        this.root = root;
        this.lockFile = lockFile;
        this.lock = lock;
    }

    /** Takes the folder, making it where it is missing; refuses when it is in use, not writable or on a full disk. */
    static DataFolder open(Path folder, long leastFreeMegabytes) {
        try {
            Path root =
                    Files.createDirectories(folder.toAbsolutePath().normalize()).toRealPath();
            FileChannel file =
                    FileChannel.open(root.resolve("luoshi.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(file);
            if (lock == null) {
                file.close();
                throw DatabaseFault.LOCKED.with(Map.of("folder", root));
            }
            long free = Files.getFileStore(root).getUsableSpace() / 1024 / 1024;
            if (free < leastFreeMegabytes) {
                file.close();
                throw DatabaseFault.DISK_FULL.with(Map.of("folder", root, "free", free, "least", leastFreeMegabytes));
            }
            return new DataFolder(root, file, lock);
        } catch (IOException e) {
            throw DatabaseFault.NOT_WRITABLE.with(Map.of("folder", folder.toAbsolutePath()), e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException heldInThisProcess) {
            return null;
        }
    }

    Path root() {
        return root;
    }

    Path database() {
        return root.resolve("database");
    }

    Path log() {
        return root.resolve("postgresql.log");
    }

    /** The password of our own PostgreSQL: random, made once, readable by this user only. */
    String password() {
        Path file = root.resolve("database.password");
        try {
            if (!Files.exists(file)) {
                byte[] random = new byte[24];
                new SecureRandom().nextBytes(random);
                writePrivately(file, HexFormat.of().formatHex(random));
            }
            return Files.readString(file, StandardCharsets.US_ASCII).strip();
        } catch (IOException e) {
            throw DatabaseFault.NOT_WRITABLE.with(Map.of("folder", file), e);
        }
    }

    /** The permissions are there before the content is. */
    static void writePrivately(Path file, String content) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        try {
            createPrivately(unfinished);
        } catch (FileAlreadyExistsException leftByABrokenStart) {
            Files.delete(unfinished);
            createPrivately(unfinished);
        }
        try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
            channel.write(StandardCharsets.US_ASCII.encode(content + "\n"));
            channel.force(true);
        }
        Files.move(unfinished, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }

    /** An empty file that nobody else may read. */
    static void createPrivately(Path file) throws IOException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] onlyMe = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        Files.createFile(file, onlyMe);
    }

    @Override
    public void close() {
        try {
            lock.release();
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
