using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace GatewayBench;

/// <summary>Linux's <c>epoll</c>, as much of it as is needed to wait for sockets (epoll(7)).</summary>
internal static class Epoll
{
    private const int CloseOnExec = 0x80000;
    private const int AddControl = 1;
    private const uint In = 0x1;
    private const uint Out = 0x4;
    private const uint Error = 0x8;
    private const uint HangUp = 0x10;
    private const uint PeerHangUp = 0x2000;
    private const uint EdgeTriggered = 1u << 31;

    /// <summary>The kernel's structure is packed on x86 only.</summary>
    private static readonly int Stride =
        RuntimeInformation.ProcessArchitecture == Architecture.X64 ? 12 : 16;

    private static int IdOffset => Stride - sizeof(long);

    /// <exception cref="IOException">The process has no descriptor left.</exception>
    public static int Create() => Checked(epoll_create1(CloseOnExec), "epoll_create1");

    /// <summary>Each change of the socket is told once.</summary>
    public static void Add(int epoll, int socket, long id)
    {
        var entry = new byte[Stride];
        BinaryPrimitives.WriteUInt32LittleEndian(entry, In | Out | PeerHangUp | EdgeTriggered);
        BinaryPrimitives.WriteInt64LittleEndian(entry.AsSpan(IdOffset), id);
        Checked(epoll_ctl(epoll, AddControl, socket, entry), "epoll_ctl");
    }

    public static void Close(int epoll) => _ = close(epoll);

    private static int Checked(int result, string call) =>
        result >= 0
            ? result
            : throw new IOException(
                $"{call} failed: {Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}."
            );

    /// <summary>What one wait brought.</summary>
    public sealed class Events(int most)
    {
        private readonly byte[] _entries = new byte[most * Stride];

        /// <returns>How many there are; none when the wait was interrupted.</returns>
        public int Wait(int epoll, int milliseconds) =>
            Math.Max(0, epoll_wait(epoll, _entries, most, milliseconds));

        public long IdOf(int index) =>
            BinaryPrimitives.ReadInt64LittleEndian(Entry(index)[IdOffset..]);

        public bool IsReadable(int index) => (Mask(index) & In) != 0 || HasEnded(index);

        public bool HasEnded(int index) => (Mask(index) & (PeerHangUp | HangUp | Error)) != 0;

        public bool IsWritable(int index) => (Mask(index) & (Out | HangUp | Error)) != 0;

        private uint Mask(int index) => BinaryPrimitives.ReadUInt32LittleEndian(Entry(index));

        private ReadOnlySpan<byte> Entry(int index) => _entries.AsSpan(index * Stride, Stride);
    }

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int epoll_create1(int flags);

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int epoll_ctl(int epoll, int operation, int socket, byte[] entry);

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int epoll_wait(int epoll, byte[] entries, int most, int milliseconds);

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int close(int descriptor);
}
