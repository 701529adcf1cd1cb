namespace GatewayBench.Tests.Settings;

public sealed class WorkFolderTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("gatewaybench");

    public void Dispose() => _root.Delete(recursive: true);

    [Theory]
    [InlineData("All.sln", "")]
    [InlineData("All.slnx", "")]
    [InlineData("repo/.git", "repo")]
    [InlineData("repo/project/Load.csproj", "repo/project")]
    public void It_is_the_folder_that_a_person_would_look_in(string file, string expected)
    {
        var bin = _root.CreateSubdirectory("repo/project/bin/Debug");
        File.WriteAllText(Path.Combine(_root.FullName, file), "");

        Assert.Equal(
            Path.TrimEndingDirectorySeparator(Path.Combine(_root.FullName, expected)),
            WorkFolder.Find(bin.FullName)
        );
    }

    [Fact]
    public void A_solution_goes_before_a_nearer_project()
    {
        var bin = _root.CreateSubdirectory("project/bin");
        File.WriteAllText(Path.Combine(_root.FullName, "All.sln"), "");
        File.WriteAllText(Path.Combine(_root.FullName, "project", "Load.csproj"), "");

        Assert.Equal(_root.FullName, WorkFolder.Find(bin.FullName));
    }
}
