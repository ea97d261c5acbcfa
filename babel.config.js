const nutui = {
  libraryName: '@nutui/nutui-react-taro',
  libraryDirectory: 'dist/es',
  camel2DashComponentName: false,
  customName: (name) => `@nutui/nutui-react-taro/dist/es/packages/${name.toLowerCase()}`,
  style: (path) => `${path}/style/style.css`,
};

module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5' }]],
  plugins: [['import', nutui, 'nutui']],
};
