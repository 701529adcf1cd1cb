using GatewayBench.Support;

namespace GatewayBench.Tests.Revisions;

/// <summary>A user's repository with work of all kinds in progress, and a folder for ours beside it.</summary>
public sealed class BusyRepository : IDisposable
{
    private readonly DirectoryInfo _ours = Directory.CreateTempSubdirectory("gatewaybench-ours");

    public BusyRepository()
    {
        User.Commit("First", "readme.txt", "1");
        Second = User.Commit("Second", "App/App.csproj", "<Project/>");
        User.Commit("Third", "readme.txt", "3");
        User.Write(".git/hooks/post-checkout", "#!/bin/sh\ntouch hooked\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(
                User.PathOf(".git", "hooks", "post-checkout"),
                UnixFileMode.UserRead | UnixFileMode.UserExecute
            );
        }
        User.MakeBusy();
        Before = User.State();
    }

    public TestRepository User { get; } = new();

    public string Second { get; }

    /// <summary>Its state before anybody else came.</summary>
    public string Before { get; }

    public string Project => User.PathOf("App", "App.csproj");

    public string Ours => _ours.FullName;

    internal GitRepository Git => new(User.Folder);

    public void Dispose()
    {
        User.Dispose();
        _ours.Delete(recursive: true);
    }
}
