using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace IndustrialMap.Live.Architecture.Tests;

/// <summary>Packages come from wherever the machine is set up to get them, in versions that one file names.</summary>
public class Packages
{
    private const string Versions = "src/Directory.Packages.props";

    private static readonly string[] Projects = Sources.Files("", ".csproj", ".props", ".targets");

    [Fact]
    public void No_version_of_a_package_stands_outside_of_one_file() => Assert.Empty(
        from file in Projects
        where file != Versions
        from element in XDocument.Parse(Sources.Read(file)).Descendants()
        where element.Name.LocalName == "PackageVersion" || (element.Name.LocalName == "PackageReference" && HasVersion(element))
        select $"{file}: {element}");

    [Fact]
    public void Every_version_that_the_one_file_names_is_exact_and_used()
    {
        var used = Projects.SelectMany(file => Named(file, "PackageReference")).Select(element => (string?)element.Attribute("Include"));
        var named = Named(Versions, "PackageVersion").ToArray();
        Assert.Empty(named.Select(element => (string?)element.Attribute("Include")).Except(used));
        Assert.All(named, element => Assert.Matches(@"^\d+\.\d+\.\d+(\.\d+)?$", (string?)element.Attribute("Version")));
    }

    [Fact]
    public void No_host_of_a_registry_is_named() => Assert.Empty(
        from file in Sources.Files("", "nuget.config", ".npmrc", "package-lock.json", "packages.lock.json", "dotnet-tools.json")
        from line in Sources.Lines(file)
        where Regex.IsMatch(line, NamesAHost(file))
        select $"{file}: {line.Trim()}");

    /// <summary>A package's own page or sponsor may stand in a lock file; where it was got from may not.</summary>
    private static string NamesAHost(string file) =>
        file.EndsWith(".json", StringComparison.Ordinal) ? """("resolved": *"[a-z+]+:|registry\.)""" : "(://|registry *=)";

    private static IEnumerable<XElement> Named(string file, string element) =>
        XDocument.Parse(Sources.Read(file)).Descendants().Where(one => one.Name.LocalName == element);

    private static bool HasVersion(XElement reference) =>
        reference.Attributes().Select(attribute => attribute.Name).Concat(reference.Elements().Select(child => child.Name))
            .Any(name => name.LocalName is "Version" or "VersionOverride");
}
