using GatewayBench.Support;

namespace GatewayBench.Tests.Execution;

public sealed class LoadLockTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
    private readonly ManualTimeProvider _clock = new();
    private readonly List<string> _told = [];

    public void Dispose()
    {
        File.Delete(_path);
        File.Delete(_path + ".holder");
    }

    [Fact]
    public async Task The_second_waits_for_the_first_and_says_for_whom()
    {
        var first = await AcquireAsync("first run");

        var second = AcquireAsync("second run");
        Assert.False(second.IsCompleted);
        first.Dispose();
        while (!second.IsCompleted)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        (await second).Dispose();
        var line = Assert.Single(_told);
        Assert.Contains("'first run'", line, StringComparison.Ordinal);
        Assert.Contains($"process {Environment.ProcessId}", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_free_lock_is_taken_without_a_word()
    {
        (await AcquireAsync("a")).Dispose();
        (await AcquireAsync("b")).Dispose();

        Assert.Empty(_told);
    }

    [Fact]
    public async Task Waiting_can_be_given_up()
    {
        using var first = await AcquireAsync("first run");
        using var cancel = new CancellationTokenSource();

        var second = LoadLock.AcquireAsync(_path, "second", _clock, _told.Add, cancel.Token);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
    }

    private Task<LoadLock> AcquireAsync(string name) =>
        LoadLock.AcquireAsync(
            _path,
            name,
            _clock,
            _told.Add,
            TestContext.Current.CancellationToken
        );
}
