using GatewayBench.Support;

namespace GatewayBench.Cli.Tests.Live;

public sealed class PseudoTerminalTests : IDisposable
{
    private const string HideCursor = "\u001b[?25l";
    private const string ShowCursor = "\u001b[?25h";

    private readonly string _folder = Directory.CreateTempSubdirectory("gatewaybench").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_run_is_watched_until_Ctrl_C_which_leaves_the_report_the_result_and_the_cursor()
    {
        Assert.SkipUnless(PseudoTerminal.IsThere, "No script: apt-get install bsdutils");
        await using var server = await LoadedServer.StartAsync();
        using var terminal = PseudoTerminal.Start(
            columns: 50,
            "run",
            "--target",
            server.Url,
            "--users",
            "2",
            "--duration",
            "1h",
            "--warm-up",
            "0ms",
            "--out",
            _folder
        );
        await Eventually.TrueAsync(() =>
            terminal.Screen.Contains("/s  p50 ", StringComparison.Ordinal)
        );

        await terminal.PressCtrlCAsync();

        Assert.Equal(130, await terminal.WaitAsync());
        var screen = terminal.Screen;
        var hidden = screen.IndexOf(HideCursor, StringComparison.Ordinal);
        var shown = screen.LastIndexOf(ShowCursor, StringComparison.Ordinal);
        var report = screen.IndexOf("PARTIAL", StringComparison.Ordinal);
        Assert.True(0 <= hidden && hidden < shown && shown < report, screen);
        // Half of a narrow terminal is bar, and the line ends before the terminal does.
        Assert.Contains(
            "[-------------------------] measuring  1 of 3,600",
            screen,
            StringComparison.Ordinal
        );
        Assert.Contains("row 1 of 1: GET /, 2 users", screen, StringComparison.Ordinal);
        Assert.Contains("marked partial", screen, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(_folder, "result.json", SearchOption.AllDirectories));
    }
}
